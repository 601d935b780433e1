package io.tillstream.inventory.adjustment;

import io.tillstream.inventory.stock.DocumentLine;
import io.tillstream.inventory.stock.StockMovement;
import io.tillstream.inventory.stock.StockMovement.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stock changed by a person and why; written once, corrected by another one.
 *
 * @param recordedBy subject of the person who sent it
 */
record StockAdjustment(
        UUID id,
        String locationId,
        Reason reason,
        Instant occurredAt,
        @Nullable String externalReference,
        @Nullable String note,
        List<DocumentLine> lines,
        Instant recordedAt,
        String recordedBy) {

    enum Reason {
        BREAKAGE(StockMovement.Reason.BREAKAGE),
        CORRECTION(StockMovement.Reason.CORRECTION),
        WRITE_OFF(StockMovement.Reason.WRITE_OFF),
        OPENING(StockMovement.Reason.OPENING);

        final StockMovement.Reason ofMovement;

        Reason(StockMovement.Reason ofMovement) {
            this.ofMovement = ofMovement;
        }
    }

    List<StockMovement> movements() {
        return lines.stream()
                .map(line -> new StockMovement(
                        id,
                        line.lineNo(),
                        Source.STOCK_ADJUSTMENT,
                        locationId,
                        line.productId(),
                        line.quantity(),
                        reason.ofMovement,
                        externalReference,
                        occurredAt,
                        recordedBy))
                .toList();
    }
}
