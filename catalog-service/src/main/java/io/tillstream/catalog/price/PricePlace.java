package io.tillstream.catalog.price;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose prices are meant: the general ones, a store's own, or those of a list.
 *
 * @param storeId null for the general prices and those of a list
 * @param priceListId null for the general prices and a store's own
 * @param currency ISO 4217
 */
public record PricePlace(@Nullable String storeId, @Nullable UUID priceListId, String currency) {

    /** What is charged there of a product that has no price of its own there; null when nothing is. */
    public @Nullable PricePlace beneath() {
        return storeId == null ? null : new PricePlace(null, null, currency);
    }
}
