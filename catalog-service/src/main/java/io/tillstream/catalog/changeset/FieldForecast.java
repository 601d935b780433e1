package io.tillstream.catalog.changeset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what becomes of a field of each product. */
@Component
class FieldForecast {
    private final ReturningProducts returning;

    FieldForecast(ReturningProducts returning) {
        this.returning = returning;
    }

    List<ForecastLine> of(List<Goods.Found> found, ChangeSetTerms.Edit edit) {
        Map<UUID, List<ForecastLine.Remark>> obstacles = new HashMap<>();
        if (Objects.equals(after(edit), "ACTIVE")) {
            obstacles.putAll(returning.obstacles(found.stream()
                    .filter(product -> !product.status().equals("ACTIVE"))
                    .map(Goods.Found::id)
                    .toList()));
        }
        List<ForecastLine> lines = new ArrayList<>(found.size());
        for (Goods.Found product : found) {
            lines.add(line(product, edit, obstacles.getOrDefault(product.id(), List.of())));
        }
        return lines;
    }

    private static ForecastLine line(
            Goods.Found product, ChangeSetTerms.Edit edit, List<ForecastLine.Remark> obstacles) {
        String before = before(product, edit);
        String after = after(edit);
        ForecastLine.Outcome outcome = Objects.equals(before, after)
                ? ForecastLine.Outcome.UNCHANGED
                : obstacles.isEmpty() ? ForecastLine.Outcome.CHANGES : ForecastLine.Outcome.FAILS;
        return new ForecastLine(
                product.id(),
                product.sku(),
                product.name(),
                BigDecimal.ZERO,
                outcome,
                null,
                null,
                null,
                null,
                null,
                null,
                before,
                after,
                obstacles,
                null,
                null);
    }

    static @Nullable String before(Goods.Found product, ChangeSetTerms.Edit edit) {
        return switch (edit.kind()) {
            case CATEGORY -> text(product.categoryId());
            case STATUS -> product.status();
            case TAX_CATEGORY -> product.taxCategory();
            case AGE_LIMIT -> text(product.ageLimit());
            default -> throw new IllegalArgumentException(edit.kind() + " changes no field");
        };
    }

    private static @Nullable String after(ChangeSetTerms.Edit edit) {
        return switch (edit.kind()) {
            case CATEGORY -> text(edit.categoryId());
            case STATUS -> text(edit.status());
            case TAX_CATEGORY -> edit.taxCategory();
            case AGE_LIMIT -> text(edit.ageLimit());
            default -> throw new IllegalArgumentException(edit.kind() + " changes no field");
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
