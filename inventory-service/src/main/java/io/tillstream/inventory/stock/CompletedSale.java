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
    record Line(
            int lineNo,
            @Nullable UUID productId,
            BigDecimal quantity,
            @Nullable ComeBack comeBack) {

        boolean isDamaged() {
            return comeBack != null && comeBack.condition() == Condition.DAMAGED;
        }
    }

    /** In which state goods came back. */
    record ComeBack(Condition condition) {}

    enum Condition {
        SELLABLE,
        DAMAGED
    }

    /** What came back damaged comes in with its sale and leaves at once: the two stand side by side in the history. */
    Stream<StockMovement> movements() {
        return lines.stream()
                .filter(line -> line.productId() != null)
                .flatMap(line ->
                        line.isDamaged() ? Stream.of(movement(line), writeOff(line)) : Stream.of(movement(line)));
    }

    private StockMovement movement(Line line) {
        return movement(
                line,
                Source.SALE,
                line.quantity().negate(),
                line.quantity().signum() < 0 ? Reason.RETURN : Reason.SALE);
    }

    private StockMovement writeOff(Line line) {
        return movement(line, Source.DAMAGED_RETURN, line.quantity(), Reason.BREAKAGE);
    }

    private StockMovement movement(Line line, Source source, BigDecimal quantity, Reason reason) {
        return new StockMovement(
                id,
                line.lineNo(),
                source,
                storeId,
                Objects.requireNonNull(line.productId()),
                quantity,
                reason,
                externalReference,
                occurredAt,
                cashier == null ? "unknown" : cashier);
    }
}
