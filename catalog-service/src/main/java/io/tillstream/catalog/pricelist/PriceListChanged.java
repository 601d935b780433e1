package io.tillstream.catalog.pricelist;

import java.time.Instant;
import java.util.UUID;

/**
 * Body of {@code catalog.price-list-changed.v1}.
 *
 * @param bookVersion the version of the price book from which on a till knows it
 */
record PriceListChanged(
        UUID id, PriceListTerms terms, long version, Instant changedAt, String changedBy, long bookVersion) {
    static PriceListChanged of(PriceList list, long bookVersion) {
        return new PriceListChanged(
                list.id(), list.terms(), list.version(), list.changedAt(), list.changedBy(), bookVersion);
    }
}
