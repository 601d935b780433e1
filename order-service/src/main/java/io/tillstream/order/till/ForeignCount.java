package io.tillstream.order.till;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/** What was counted of one foreign currency, in that currency. */
record ForeignCount(
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "is a three-letter ISO 4217 code, like CHF")
        String currency,

        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 4)
        BigDecimal amount) {}
