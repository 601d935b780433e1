package io.tillstream.catalog.tax;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/tax-rates/{id}}. What is left out is usual: the whole country, the only tax of its category, charged on the
 * net amount; the fingerprint of a request is made of what it says.
 */
record SetTaxRateRequest(
        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be a country code of ISO 3166-1, such as DE")
        String country,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,29}") String category,

        @NotNull @DecimalMin("0") @DecimalMax(value = "100", inclusive = false) @Digits(integer = 2, fraction = 4)
        BigDecimal rate,

        @NotNull LocalDate validFrom,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        @Pattern(regexp = "[A-Z]{2}-[A-Z0-9]{1,3}", message = "must be a code of ISO 3166-2, such as CA-QC")
        String region,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,29}")
        String component,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean compound) {

    /** Which tax it is: of a category with one tax it has the category's name. */
    String tax() {
        return component == null ? category : component;
    }

    boolean onTaxesToo() {
        return Boolean.TRUE.equals(compound);
    }

    TaxRateChanged as(UUID id, long bookVersion) {
        return new TaxRateChanged(id, country, region, category, tax(), onTaxesToo(), rate, validFrom, bookVersion);
    }
}
