package io.tillstream.catalog.pricebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changed for a store's tills, oldest change first.
 *
 * @param version ask for what came after this one next time
 * @param promotionsVersion another one than last time: read the store's promotions again
 * @param nextCursor not null when more follows
 */
record PriceBook(
        long version,
        long promotionsVersion,
        List<Entry> items,
        @Nullable String nextCursor) {

    /**
     * All that a till needs to sell one product.
     *
     * @param price tax included; null when the product has no price in this store's currency and cannot be sold
     * @param taxRate percent; null when no rate of the category is in force in the store's country
     * @param category path of names
     * @param active false: take it off the till
     */
    record Entry(
            UUID productId,
            String sku,
            String name,
            Unit unit,
            @Nullable BigDecimal price,
            String currency,
            String taxCategory,
            @Nullable BigDecimal taxRate,
            List<Code> barcodes,
            @Nullable UUID categoryId,
            @Nullable String category,
            @Nullable Integer ageLimit,
            boolean stockTracked,
            boolean active,
            long version) {}

    /** @param quantity units that one scan sells */
    record Code(String code, BigDecimal quantity) {}
}
