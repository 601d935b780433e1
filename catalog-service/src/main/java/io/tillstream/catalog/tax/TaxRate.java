package io.tillstream.catalog.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a category of goods is taxed at in a country, or a region of it, from a day on.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2; null: the whole country
 * @param component which of the category's taxes this is
 * @param compound charged on the taxes before it too
 * @param rate percent
 */
record TaxRate(
        UUID id,
        String country,
        @Nullable String region,
        String category,
        String component,
        boolean compound,
        BigDecimal rate,
        LocalDate validFrom) {}
