package io.tillstream.catalog.scanlayout;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/scan-layouts/{id}}: the digits of a GTIN-13 in order are prefix, item, the value's own check digit
 * where there is one, value, check digit.
 *
 * @param storeId null: in every store that has none of its own for the prefix
 * @param prefix what the code begins with; GS1 leaves 02 and 20 to 29 to the shop
 * @param valueChecked a check digit of its own stands before the value (GS1 General Specifications, 7.9)
 * @param decimals of the value: 3 reads 01250 as 1.250
 */
record LayoutFacts(
        @Nullable String storeId,

        @NotNull @Pattern(regexp = "02|2[0-9]", message = "is 02 or 20 to 29")
        String prefix,

        @NotNull @Min(1) @Max(9) Integer itemDigits,
        @NotNull @Min(1) @Max(9) Integer valueDigits,
        @NotNull Boolean valueChecked,
        @NotNull LabelValue value,
        @NotNull @Min(0) @Max(3) Integer decimals,
        @NotNull Boolean active) {}
