package io.tillstream.order.purchaseorder;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows placed orders: out to the supplier, and in as goods. The two kinds of news may overtake each other. */
@Service
class ReceivingDesk {

    private final PurchaseOrders orders;
    private final Receipts receipts;

    ReceivingDesk(PurchaseOrders orders, Receipts receipts) {
        this.orders = orders;
        this.receipts = receipts;
    }

    @Transactional
    void sent(PurchaseOrderSent news) {
        orders.take(news.purchaseOrderId()).ifPresent(order -> order.sent(news.sentAt()));
    }

    /** Counts goods to the order they came for; receipts that name no order of ours are passed over. */
    @Transactional
    void received(GoodsReceived receipt) {
        UUID orderId = receipt.purchaseOrderId();
        if (orderId == null) {
            return;
        }
        orders.take(orderId).ifPresent(order -> {
            for (GoodsReceived.Line line : receipt.lines()) {
                ReceivingPolicy.shares(line, order.lines(), receipts.progress(orderId))
                        .forEach(share -> receipts.add(receipt, orderId, line, share));
            }
            order.received(receipts.progress(orderId));
        });
    }
}
