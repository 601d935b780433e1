package io.tillstream.catalog.pricelist;

import java.time.Instant;
import java.util.UUID;

/**
 * A price list as it stands, without its prices.
 *
 * @param version counts its changes, from 0
 * @param changedBy subject of the person who changed it last
 */
public record PriceList(UUID id, PriceListTerms terms, long version, Instant changedAt, String changedBy) {}
