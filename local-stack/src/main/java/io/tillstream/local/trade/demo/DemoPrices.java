package io.tillstream.local.trade.demo;

import io.tillstream.local.trade.Api;
import io.tillstream.local.trade.StableId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What regulars pay for coffee and tea in the demo shop, and a price that is still to come. The list begins when the shop's
 * past ends, like {@link DemoPromotions}.
 */
final class DemoPrices {

    /** Customers of this group are regulars. */
    static final String GROUP = "REGULAR";

    /** Becomes dearer on the first of the next month. */
    static final String DEARER = "TEA-SEN";

    private static final ZoneId ZONE = ZoneId.of(DemoTill.TIME_ZONE);
    private static final BigDecimal FOR_REGULARS = new BigDecimal("0.95");
    private static final BigDecimal BY_SIX = new BigDecimal("0.90");
    private static final BigDecimal LATER = new BigDecimal("1.05");

    private final Api api;

    DemoPrices(Api api) {
        this.api = api;
    }

    /** Body of {@code PUT /api/price-lists/{id}}. */
    record Terms(
            String name,
            String currency,
            int priority,
            List<String> stores,
            List<String> customerGroups,
            boolean active,
            Map<String, String> window) {}

    /** Body of {@code PUT /api/prices/{id}}. */
    record Price(
            String productId,
            Map<String, String> price,
            String validFrom,
            @Nullable String priceListId,
            String minimumQuantity) {
        String path() {
            return "/api/prices/"
                    + StableId.of(
                            DemoShop.FOUNDED,
                            "demo",
                            "price",
                            productId,
                            priceListId == null ? "" : priceListId,
                            minimumQuantity);
        }
    }

    /**
     * Adds the list and the prices that are missing; those that are there stay.
     *
     * @param opened when the shop's past ends
     */
    void set(List<DemoGoods> assortment, Instant opened) {
        String list = "/api/price-lists/" + listId();
        if (!api.get(list).ok()) {
            api.put(list, regulars(opened)).orThrow("The price list for regulars");
        }
        for (Price price : prices(assortment, opened)) {
            if (!api.get(price.path()).ok()) {
                api.put(price.path(), price).orThrow("A price of the demo shop");
            }
        }
    }

    static Terms regulars(Instant opened) {
        String from = opened.atZone(ZONE).toLocalDateTime().toString();
        return new Terms(
                "Regulars",
                "EUR",
                10,
                DemoTill.SHOPS.stream().map(DemoTill.Shop::id).toList(),
                List.of(GROUP),
                true,
                Map.of("from", from));
    }

    static List<Price> prices(List<DemoGoods> assortment, Instant opened) {
        List<Price> prices = new ArrayList<>();
        for (DemoGoods goods : assortment) {
            if (goods.category().equals("Coffee > Beans") || goods.category().equals("Tea")) {
                prices.add(price(goods, FOR_REGULARS, opened, listId(), "0"));
            }
            if (goods.category().equals("Coffee > Beans")) {
                prices.add(price(goods, BY_SIX, opened, listId(), "6"));
            }
            if (goods.sku().equals(DEARER)) {
                LocalDate nextMonth =
                        opened.atZone(ZONE).toLocalDate().withDayOfMonth(1).plusMonths(1);
                prices.add(price(goods, LATER, nextMonth.atStartOfDay(ZONE).toInstant(), null, "0"));
            }
        }
        return prices;
    }

    private static Price price(
            DemoGoods goods, BigDecimal factor, Instant from, @Nullable String listId, String minimumQuantity) {
        String amount =
                goods.price().multiply(factor).setScale(2, RoundingMode.HALF_UP).toPlainString();
        Map<String, String> money = Map.of("amount", amount, "currency", "EUR");
        return new Price(goods.id().toString(), money, from.toString(), listId, minimumQuantity);
    }

    private static String listId() {
        return StableId.of(DemoShop.FOUNDED, "demo", "price-list", "regulars").toString();
    }
}
