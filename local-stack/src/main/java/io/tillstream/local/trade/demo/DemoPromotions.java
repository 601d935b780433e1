package io.tillstream.local.trade.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillstream.local.Trouble;
import io.tillstream.local.trade.Api;
import io.tillstream.local.trade.StableId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the demo shop promotes, in its own stores. It begins when the shop's past ends, so that every past sale was charged
 * right, and spares what the browser day in {@code e2e} sells.
 */
final class DemoPromotions {

    static final String COLD_COFFEE = "Coffee > Ready to Drink";
    static final String BAKERY = "Bakery";

    private static final int MOST_CATEGORIES = 500;
    private static final List<Integer> MONDAY_TO_SATURDAY = List.of(1, 2, 3, 4, 5, 6);

    private final Api api;

    DemoPromotions(Api api) {
        this.api = api;
    }

    /** Body of {@code PUT /api/promotions/{id}}, as far as the demo shop needs it. */
    record Terms(
            String name,
            String kind,
            int priority,
            boolean exclusive,
            boolean active,
            Window window,
            List<String> stores,
            List<String> customerGroups,
            @Nullable String coupon,
            @Nullable Integer maximumUses,
            Goods target,
            String percent,
            List<Part> parts) {

        String path() {
            return "/api/promotions/" + StableId.of(DemoShop.FOUNDED, "demo", "promotion", name);
        }
    }

    record Window(
            String from,
            List<Integer> weekdays,
            @Nullable String startsAt,
            @Nullable String endsAt) {}

    /** All lists empty: everything. */
    record Goods(List<String> products, List<String> categories, List<String> exceptProducts) {}

    record Part(Goods target, int pieces) {}

    /**
     * Adds the promotions that are missing; those that are there stay as somebody may have changed them.
     *
     * @param opened when the shop's past ends
     * @return how many were added
     */
    int make(Instant opened) {
        List<Terms> missing = offers(opened, this::categoryId).stream()
                .filter(terms -> api.get(terms.path()).status() == 404)
                .toList();
        missing.forEach(terms -> api.put(terms.path(), terms).orThrow("The promotion " + terms.name()));
        return missing.size();
    }

    static List<Terms> offers(Instant opened, UnaryOperator<String> categoryId) {
        String from =
                LocalDateTime.ofInstant(opened, ZoneId.of(DemoTill.TIME_ZONE)).toString();
        Window always = new Window(from, List.of(), null, null);
        Window evening = new Window(from, MONDAY_TO_SATURDAY, "17:00", "19:00");
        Goods everything = new Goods(List.of(), List.of(), List.of());
        Goods coldCoffee = new Goods(List.of(), List.of(categoryId.apply(COLD_COFFEE)), List.of());
        Goods baked = new Goods(List.of(), List.of(categoryId.apply(BAKERY)), List.of());
        return List.of(
                inBothShops(
                        "Three cold coffees for two",
                        "CHEAPEST_FREE",
                        always,
                        null,
                        everything,
                        "100",
                        List.of(new Part(coldCoffee, 3))),
                inBothShops("Happy hour at the bakery", "LINE_PERCENT", evening, null, baked, "30", List.of()),
                inBothShops("Welcome to Feinkost", "BASKET_PERCENT", always, "WELCOME10", everything, "10", List.of()));
    }

    private static Terms inBothShops(
            String name,
            String kind,
            Window window,
            @Nullable String coupon,
            Goods target,
            String percent,
            List<Part> parts) {
        return new Terms(
                name,
                kind,
                coupon == null ? 10 : 0,
                false,
                true,
                window,
                DemoTill.SHOPS.stream().map(DemoTill.Shop::id).toList(),
                List.of(),
                coupon,
                coupon == null ? null : 1,
                target,
                percent,
                parts);
    }

    private String categoryId(String path) {
        JsonNode categories = api.get("/api/categories?limit=" + MOST_CATEGORIES)
                .orThrow("The categories")
                .body();
        for (JsonNode category : categories.path("items")) {
            if (category.path("path").asText().equals(path)) {
                return category.path("id").asText();
            }
        }
        throw new Trouble(
                "The catalog has no category " + path + ".", "Give it back its name, then run ./till demo again.");
    }
}
