package io.tillstream.inventory.receiving;

import io.tillstream.inventory.stock.DocumentLine;
import io.tillstream.inventory.stock.StockMovement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that came in; written once, corrected by a stock adjustment.
 *
 * @param purchaseOrderId null for goods that nobody ordered through the suite
 * @param recordedBy subject of the person who received them
 */
record GoodsReceipt(
        UUID id,
        String locationId,
        @Nullable UUID purchaseOrderId,
        Instant occurredAt,
        List<DocumentLine> lines,
        Instant recordedAt,
        String recordedBy) {

    List<StockMovement> movements() {
        return lines.stream()
                .map(line -> new StockMovement(
                        id,
                        line.lineNo(),
                        StockMovement.Source.GOODS_RECEIPT,
                        locationId,
                        line.productId(),
                        line.quantity(),
                        StockMovement.Reason.RECEIPT,
                        null,
                        occurredAt,
                        recordedBy))
                .toList();
    }
}
