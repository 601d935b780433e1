package io.tillstream.order.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A foreign currency that a store's tills take in cash.
 *
 * @param rate how much of the store's currency one of the foreign is worth
 * @param setBy whoever set this rate; told, never taken from a request, and so is {@code setAt}
 */
record ForeignCash(
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "is a three-letter ISO 4217 code, like CHF")
        String currency,

        @NotNull @Positive @Digits(integer = 12, fraction = 8)
        BigDecimal rate,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String setBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant setAt) {

    ForeignCash setBy(String name, Instant at) {
        return new ForeignCash(currency, rate, name, at);
    }

    boolean isSameRateAs(ForeignCash other) {
        return currency.equals(other.currency) && rate.compareTo(other.rate) == 0;
    }
}
