package io.tillstream.order.till;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** So many notes or coins of one value. */
public record Denomination(
        @NotNull @Positive @Digits(integer = 9, fraction = 4)
        BigDecimal value,

        @PositiveOrZero @Max(1_000_000) int pieces) {

    /** Fails when notes and coins were counted but come to something else than the amount. */
    static void mustAddUp(@Nullable List<Denomination> count, @Nullable BigDecimal amount, String pointer) {
        if (count == null || amount == null) {
            return;
        }
        BigDecimal sum = count.stream()
                .map(each -> each.value().multiply(BigDecimal.valueOf(each.pieces())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(amount) != 0) {
            throw new CountDoesNotAddUp(sum, amount, pointer);
        }
    }
}
