package io.tillstream.order.purchaseorder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What has arrived for an order, counted per order line; 0 counts what was not ordered. */
record Progress(Map<Integer, BigDecimal> received) {

    static final int NOT_ORDERED = 0;

    BigDecimal of(int lineNo) {
        return received.getOrDefault(lineNo, BigDecimal.ZERO);
    }

    boolean hasBegun() {
        return received.entrySet().stream()
                .anyMatch(
                        line -> line.getKey() != NOT_ORDERED && line.getValue().signum() > 0);
    }

    boolean isComplete(List<PurchaseOrderLine> lines) {
        return lines.stream().allMatch(line -> of(line.lineNo()).compareTo(line.quantity()) >= 0);
    }
}
