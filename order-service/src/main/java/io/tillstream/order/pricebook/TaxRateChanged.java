package io.tillstream.order.pricebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the price book takes from {@code catalog.tax-rate-changed.v1}; the rate is in percent. */
record TaxRateChanged(
        UUID id,
        String country,
        @Nullable String region,
        String category,
        @Nullable String component,
        @Nullable Boolean compound,
        BigDecimal rate,
        LocalDate validFrom,
        @Nullable Long bookVersion) {

    boolean onTaxesToo() {
        return Boolean.TRUE.equals(compound);
    }

    long knownFrom() {
        return Objects.requireNonNullElse(bookVersion, 0L);
    }
}
