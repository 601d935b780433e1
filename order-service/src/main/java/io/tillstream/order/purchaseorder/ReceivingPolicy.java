package io.tillstream.order.purchaseorder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Which order line arriving goods count to: the lines of that product in their order, each up to what it asked for. What is
 * over goes to the last of them, so that too much is visible where it was ordered; what nobody ordered goes to line 0.
 */
final class ReceivingPolicy {

    private ReceivingPolicy() {}

    static List<Share> shares(GoodsReceived.Line arrived, List<PurchaseOrderLine> lines, Progress before) {
        List<PurchaseOrderLine> ordered = lines.stream()
                .filter(line -> line.isFor(arrived.productId(), arrived.sku()))
                .toList();
        if (ordered.isEmpty()) {
            return List.of(new Share(Progress.NOT_ORDERED, arrived.quantity()));
        }
        List<Share> shares = new ArrayList<>();
        BigDecimal left = arrived.quantity();
        for (PurchaseOrderLine line : ordered) {
            BigDecimal open = line.quantity().subtract(before.of(line.lineNo())).max(BigDecimal.ZERO);
            boolean last = line.equals(ordered.getLast());
            BigDecimal share = last ? left : open.min(left);
            if (share.signum() != 0) {
                shares.add(new Share(line.lineNo(), share));
            }
            left = left.subtract(share);
        }
        return shares;
    }

    /** So much of the goods counts to that order line. */
    record Share(int lineNo, BigDecimal quantity) {}
}
