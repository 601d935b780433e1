package io.tillstream.catalog.tax;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code catalog.tax-rate-changed.v1}.
 *
 * @param region of the country; left out: all of it
 * @param component which of the category's taxes this is
 * @param compound charged on the taxes before it too
 * @param rate percent
 * @param bookVersion the version of the price book from which on a till knows it
 */
record TaxRateChanged(
        UUID id,
        String country,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String region,
        String category,
        String component,
        boolean compound,
        BigDecimal rate,
        LocalDate validFrom,
        long bookVersion) {}
