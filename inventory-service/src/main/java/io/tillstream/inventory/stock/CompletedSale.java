package io.tillstream.inventory.stock;

import io.tillstream.inventory.stock.StockMovement.Reason;
import io.tillstream.inventory.stock.StockMovement.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What we read of {@code order.sale-completed.v1}. */
record CompletedSale(
        UUID id,
        String storeId,
        Instant occurredAt,
        @Nullable String externalReference,
        @Nullable String cashier,
        List<Line> lines) {

    /** A sold line has a positive quantity, a returned one a negative; a line without product moves nothing. */
    record Line(int lineNo, @Nullable UUID productId, BigDecimal quantity) {}

    Stream<StockMovement> movements() {
        return lines.stream().filter(line -> line.productId() != null).map(this::movement);
    }

    private StockMovement movement(Line line) {
        return new StockMovement(
                id,
                line.lineNo(),
                Source.SALE,
                storeId,
                Objects.requireNonNull(line.productId()),
                line.quantity().negate(),
                line.quantity().signum() < 0 ? Reason.RETURN : Reason.SALE,
                externalReference,
                occurredAt,
                cashier == null ? "unknown" : cashier);
    }
}
