package io.tillstream.catalog.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Body of {@code catalog.tax-rate-changed.v1}.
 *
 * @param rate percent
 * @param bookVersion the version of the price book from which on a till knows it
 */
record TaxRateChanged(
        UUID id, String country, String category, BigDecimal rate, LocalDate validFrom, long bookVersion) {}
