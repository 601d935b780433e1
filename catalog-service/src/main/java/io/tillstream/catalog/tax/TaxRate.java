package io.tillstream.catalog.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a category of goods is taxed at in a country from a day on.
 *
 * @param country ISO 3166-1 alpha-2
 * @param rate percent
 */
record TaxRate(UUID id, String country, String category, BigDecimal rate, LocalDate validFrom) {}
