package io.tillstream.order.till;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Instant;

/** What was counted in the drawer when the session closed; counted before anybody is told what was expected. */
public record CashCount(
        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 4)
        BigDecimal countedCash,

        @NotNull Instant closedAt) {}
