package io.tillstream.catalog.pricebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changed for a store's tills, oldest change first.
 *
 * @param version ask for what came after this one next time
 * @param promotionsVersion another one than last time: read the store's promotions again
 * @param priceListsVersion another one than last time: read the store's price lists again
 * @param taxRates every rate where the store stands, those to come included
 * @param pricesIncludeTax false: tax comes on top of all of them
 * @param nextCursor not null when more follows
 * @param scanLayouts all that count in the store, one a prefix; the same on every page
 */
record PriceBook(
        long version,
        long promotionsVersion,
        long priceListsVersion,
        List<DatedRate> taxRates,
        boolean pricesIncludeTax,
        List<Entry> items,
        @Nullable String nextCursor,
        List<ScanLayout> scanLayouts) {

    /**
     * All that a till needs to sell one product.
     *
     * @param price what anybody pays for one when the page is read; null when nothing holds in this store's
     *     currency and the product cannot be sold
     * @param prices all that hold or are still to come, whoever they are for
     * @param taxRate percent, of all its taxes together; null when no rate of the category is in force where the store stands
     * @param category path of names
     * @param active false: take it off the till
     * @param tracking NONE, LOT or SERIAL
     * @param variant null: of no family
     */
    record Entry(
            UUID productId,
            String sku,
            String name,
            @Nullable String brand,
            Unit unit,
            @Nullable BigDecimal price,
            String currency,
            List<Price> prices,
            String taxCategory,
            @Nullable BigDecimal taxRate,
            List<Code> barcodes,
            @Nullable UUID categoryId,
            @Nullable String category,
            @Nullable Integer ageLimit,
            boolean stockTracked,
            boolean active,
            long version,
            String tracking,
            @Nullable Variant variant,
            @Nullable UUID imageId) {}

    /**
     * What a variant is within its family.
     *
     * @param family name
     * @param options in the order in which the family has them
     */
    record Variant(UUID familyId, String family, List<OptionValue> options) {}

    /** @param place of the value among those of its option, from 1 */
    record OptionValue(String name, String value, int place) {}

    /**
     * A price with its period. Without a list it is the general price, or the store's own.
     *
     * @param minimumQuantity how many of the product a basket must hold; 0: any quantity
     * @param validUntil the first moment at which it no longer holds; null: until the next one of its kind begins
     */
    record Price(
            UUID id,
            @Nullable UUID priceListId,
            boolean storeOwn,
            BigDecimal minimumQuantity,
            BigDecimal amount,
            Instant validFrom,
            @Nullable Instant validUntil) {}

    /**
     * What a category is taxed at from a day in the store's time zone on.
     *
     * @param component which of its taxes this is
     * @param compound charged on the taxes before it too
     * @param rate percent
     */
    record DatedRate(String category, String component, boolean compound, BigDecimal rate, LocalDate validFrom) {}

    /**
     * @param quantity units that one scan sells
     * @param price of one scan; null: the quantity times the product's price
     */
    record Code(String code, BigDecimal quantity, @Nullable BigDecimal price) {}

    /**
     * How a scale's label is read: a GTIN-13 of prefix, item, where there is one the value's own check digit, value and
     * check digit.
     *
     * @param value WEIGHT or PRICE
     * @param decimals of the value
     */
    record ScanLayout(
            String prefix, int itemDigits, int valueDigits, boolean valueChecked, String value, int decimals) {}
}
