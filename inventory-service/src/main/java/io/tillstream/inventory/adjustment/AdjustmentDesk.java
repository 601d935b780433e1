package io.tillstream.inventory.adjustment;

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

/** Where people change stock by hand. */
@Service
class AdjustmentDesk {
    private static final String TOPIC = "pos.inventory.stock-adjustment";
    private static final String STOCK_ADJUSTED = "inventory.stock-adjusted.v1";

    private final StockAdjustments adjustments;
    private final StockLedger ledger;
    private final Outbox outbox;
    private final Clock clock;

    AdjustmentDesk(StockAdjustments adjustments, StockLedger ledger, Outbox outbox, Clock clock) {
        this.adjustments = adjustments;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** True when this call stored it; false when it was stored before with the same body. */
    @Transactional
    public boolean adjust(UUID id, AdjustStockRequest request, Caller caller) {
        caller.mustServe(request.locationId());
        DocumentLines.check(request.lines(), AdjustmentDesk::fault);
        StockAdjustment adjustment = adjustment(id, request, caller);
        if (!adjustments.add(adjustment, Fingerprint.of(request))) {
            Fingerprint.mustMatch(adjustments.fingerprint(id), request);
            return false;
        }
        ledger.move(adjustment.movements());
        outbox.append(OutgoingEvent.of(TOPIC, id.toString(), STOCK_ADJUSTED, 0, adjustment.occurredAt(), adjustment));
        return true;
    }

    private static @Nullable String fault(DocumentLine line) {
        return line.quantity().signum() == 0
                ? "A quantity of zero changes nothing: say what to add or take away."
                : null;
    }

    private StockAdjustment adjustment(UUID id, AdjustStockRequest request, Caller caller) {
        return new StockAdjustment(
                id,
                request.locationId(),
                request.reason(),
                request.occurredAt(),
                request.externalReference(),
                request.note(),
                request.lines(),
                clock.instant(),
                caller.subject());
    }
}
