package io.tillstream.catalog.tax;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Body of {@code PUT /api/tax-rates/{id}}. */
record SetTaxRateRequest(
        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be a country code of ISO 3166-1, such as DE")
        String country,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,29}") String category,

        @NotNull @DecimalMin("0") @DecimalMax(value = "100", inclusive = false) @Digits(integer = 2, fraction = 2)
        BigDecimal rate,

        @NotNull LocalDate validFrom) {

    TaxRateChanged as(UUID id, long bookVersion) {
        return new TaxRateChanged(id, country, category, rate, validFrom, bookVersion);
    }
}
