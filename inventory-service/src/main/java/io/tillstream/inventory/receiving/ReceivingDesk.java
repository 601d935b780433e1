package io.tillstream.inventory.receiving;

import io.tillstream.inventory.stock.DocumentLine;
import io.tillstream.inventory.stock.DocumentLines;
import io.tillstream.inventory.stock.StockLedger;
import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Fingerprint;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where goods are taken in. */
@Service
class ReceivingDesk {
    private static final String TOPIC = "pos.inventory.goods-receipt";
    private static final String GOODS_RECEIVED = "inventory.goods-received.v1";

    private final GoodsReceipts receipts;
    private final StockLedger ledger;
    private final Outbox outbox;
    private final Clock clock;

    ReceivingDesk(GoodsReceipts receipts, StockLedger ledger, Outbox outbox, Clock clock) {
        this.receipts = receipts;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** True when this call stored it; false when it was stored before with the same body. */
    @Transactional
    public boolean receive(UUID id, ReceiveGoodsRequest request, Caller caller) {
        caller.mustServe(request.locationId());
        DocumentLines.check(request.lines(), ReceivingDesk::fault);
        GoodsReceipt receipt = new GoodsReceipt(
                id,
                request.locationId(),
                request.purchaseOrderId(),
                request.occurredAt(),
                request.lines(),
                clock.instant(),
                caller.subject());
        if (!receipts.add(receipt, Fingerprint.of(request))) {
            Fingerprint.mustMatch(receipts.fingerprint(id), request);
            return false;
        }
        ledger.move(receipt.movements());
        outbox.append(OutgoingEvent.of(TOPIC, id.toString(), GOODS_RECEIVED, 0, receipt.occurredAt(), receipt));
        return true;
    }

    private static @Nullable String fault(DocumentLine line) {
        return line.quantity().signum() > 0
                ? null
                : "A receipt brings goods in: the quantity is above zero. Use a stock adjustment to take goods away.";
    }
}
