package io.tillstream.order.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A price book and a basket that meet often: few products, many rules. The same seed gives the same scenario. Now and then something
 * in it is wrong, so that failures are compared as well.
 */
final class RandomScenario {

    private static final List<String> MODES = List.of("HALF_UP", "HALF_EVEN", "HALF_DOWN", "UP", "DOWN");
    private static final List<String> KINDS = List.of(
            "LINE_PERCENT",
            "LINE_AMOUNT",
            "BUY_X_GET_Y",
            "CHEAPEST_FREE",
            "BUNDLE",
            "MIX_AND_MATCH",
            "BASKET_PERCENT",
            "BASKET_AMOUNT");
    private static final List<String> GROUPS = List.of("staff", "club");
    private static final List<String> CATEGORIES = List.of("food", "drinks", "toys");

    private final RandomGenerator random;
    private final int products;
    private final int minorDigits;

    private RandomScenario(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.products = 1 + random.nextInt(6);
        this.minorDigits = oneOf(List.of(2, 2, 2, 2, 0, 3));
    }

    static ObjectNode of(long seed) {
        RandomScenario scenario = new RandomScenario(seed);
        ObjectNode input = PricingJson.MAPPER.createObjectNode();
        input.set("book", scenario.book());
        input.set("basket", scenario.basket());
        return input;
    }

    private ObjectNode book() {
        ObjectNode book = object();
        book.put("currency", minorDigits == 0 ? "JPY" : minorDigits == 3 ? "KWD" : "EUR")
                .put("minorDigits", minorDigits);
        book.put("taxMode", oneOf(List.of("INCLUSIVE", "EXCLUSIVE")))
                .put("taxRounding", oneOf(List.of("LINE", "GROUP")));
        book.put("roundingMode", chance(2) ? "HALF_UP" : oneOf(MODES));
        if (chance(3)) {
            book.putObject("cashRounding")
                    .put("step", minorDigits == 0 ? "10" : oneOf(List.of("0.05", "0.10", "0.5", "1")))
                    .put("mode", oneOf(MODES));
        }
        ObjectNode berlin = book.putArray("stores").addObject().put("id", "berlin");
        berlin.putArray("jurisdictions").add("DE").add("CITY");
        taxCategories(book.putArray("taxCategories"));
        ArrayNode goods = book.putArray("products");
        for (int i = 0; i < products; i++) {
            ObjectNode product =
                    goods.addObject().put("id", product(i)).put("taxCategory", oneOf(List.of("A", "A", "B", "C")));
            some(CATEGORIES).forEach(product.putArray("categories")::add);
            product.put("weighed", chance(5));
        }
        ArrayNode lists = book.putArray("priceLists");
        priceList(lists.addObject(), 0);
        IntStream.range(1, 1 + random.nextInt(4)).forEach(i -> priceList(lists.addObject(), i));
        ArrayNode promotions = book.putArray("promotions");
        IntStream.range(0, random.nextInt(7)).forEach(i -> promotion(promotions.addObject(), i));
        return book;
    }

    private void taxCategories(ArrayNode categories) {
        for (String id : List.of("A", "B", "C")) {
            ArrayNode components = categories.addObject().put("id", id).putArray("components");
            int taxes = id.equals("C") ? random.nextInt(2) : 1 + random.nextInt(3);
            for (int i = 0; i < taxes; i++) {
                ObjectNode component = components.addObject().put("id", "T" + i);
                component
                        .put("jurisdiction", oneOf(List.of("DE", "DE", "CITY", "ELSEWHERE")))
                        .put("compound", chance(3));
                ArrayNode rates = component.putArray("rates");
                rates.addObject().put("validFrom", "2020-01-01").put("rate", rate());
                if (chance(3)) {
                    rates.addObject()
                            .put("validFrom", "2026-03-0" + (1 + random.nextInt(9)))
                            .put("rate", rate());
                }
            }
        }
    }

    private void priceList(ObjectNode list, int number) {
        list.put("id", "list-" + number).put("name", "List " + number).put("priority", random.nextInt(3));
        if (number > 0) {
            restrict(list);
            period(list, "validFrom", "validUntil");
        }
        ArrayNode prices = list.putArray("prices");
        for (int i = 0; i < products; i++) {
            if (number == 0 ? !chance(200) : chance(2)) {
                ObjectNode listed =
                        prices.addObject().put("product", product(i)).put("price", price());
                if (number > 0 && chance(4)) {
                    listed.put("minimumQuantity", "3");
                }
                if (chance(3)) {
                    prices.addObject()
                            .put("product", product(i))
                            .put("price", price())
                            .put("minimumQuantity", Integer.toString(2 + random.nextInt(4)));
                }
                if (chance(5)) {
                    period(
                            prices.addObject().put("product", product(i)).put("price", price()),
                            "validFrom",
                            "validUntil");
                }
            }
        }
    }

    private void promotion(ObjectNode promotion, int number) {
        String kind = oneOf(KINDS);
        promotion
                .put("id", "promotion-" + number)
                .put("name", "Promotion " + number)
                .put("kind", kind);
        promotion.put("priority", random.nextInt(3)).put("exclusive", chance(3));
        restrict(promotion);
        if (chance(3)) {
            window(promotion.putObject("window"));
        }
        if (chance(4)) {
            promotion.put("coupon", oneOf(List.of("SPRING", "AUTUMN")));
        }
        if (chance(5)) {
            promotion.put("maximumUses", 1 + random.nextInt(2));
        }
        if (chance(5)) {
            promotion.put("minimumAmount", price());
        }
        if (chance(6)) {
            promotion.put("minimumQuantity", Integer.toString(1 + random.nextInt(5)));
        }
        target(promotion.putObject("target"));
        terms(promotion, kind);
    }

    private void terms(ObjectNode promotion, String kind) {
        int parts = switch (kind) {
            case "BUY_X_GET_Y" -> 2;
            case "CHEAPEST_FREE", "MIX_AND_MATCH" -> 1;
            case "BUNDLE" -> 1 + random.nextInt(3);
            default -> 0;
        };
        for (int i = 0; i < parts; i++) {
            ObjectNode part = promotion.withArray("parts").addObject();
            target(part.putObject("target"));
            part.put("pieces", (kind.equals("CHEAPEST_FREE") ? 2 : 1) + random.nextInt(3));
        }
        switch (kind) {
            case "LINE_AMOUNT", "BASKET_AMOUNT" -> promotion.put("amount", price());
            case "BUNDLE", "MIX_AND_MATCH" -> promotion.put("price", price());
            default -> promotion.put("percent", chance(2) ? "100" : oneOf(List.of("10", "33.33", "50", "7.5", "0")));
        }
    }

    private ObjectNode basket() {
        ObjectNode basket = object().put("store", chance(200) ? "nowhere" : "berlin");
        basket.put(
                "at",
                "2026-03-%02dT%02d:%02d".formatted(1 + random.nextInt(14), random.nextInt(24), random.nextInt(60)));
        if (chance(2)) {
            basket.put("customerGroup", oneOf(GROUPS));
        }
        basket.put("taxExempt", chance(8));
        for (String code : some(List.of("SPRING", "AUTUMN", "WINTER"))) {
            basket.withArray("coupons").addObject().put("code", code).put("usesLeft", random.nextInt(3));
        }
        if (chance(5)) {
            discount(basket.putObject("discount"));
        }
        ArrayNode lines = basket.putArray("lines");
        IntStream.range(0, 1 + random.nextInt(8)).forEach(i -> line(lines.addObject(), i));
        return basket;
    }

    private void line(ObjectNode line, int number) {
        int product = random.nextInt(products);
        line.put("id", "line-" + number).put("product", product(product)).put("quantity", quantity());
        if (chance(8)) {
            line.putObject("fixedPrice")
                    .put("kind", oneOf(List.of("KEPT", "CODE", "OVERRIDE", "OPEN", "AGREED")))
                    .put("unitPrice", price());
        }
        if (chance(6)) {
            discount(line.putObject("discount"));
        }
        if (chance(10)) {
            original(line);
        }
    }

    private void original(ObjectNode line) {
        int sold = 1 + random.nextInt(7);
        int before = random.nextInt(sold);
        BigDecimal gross = minor(random.nextInt(100_000));
        line.put("quantity", Integer.toString(-1 - random.nextInt(sold - before + (chance(50) ? 1 : 0))));
        ObjectNode original =
                line.putObject("original").put("unitPrice", price()).put("taxCategory", oneOf(List.of("A", "B")));
        figures(original.putObject("sold"), sold, gross);
        if (before > 0) {
            figures(original.putObject("returned"), before, gross.divideToIntegralValue(BigDecimal.valueOf(sold)));
        }
    }

    private void figures(ObjectNode figures, int quantity, BigDecimal gross) {
        figures.put("quantity", Integer.toString(quantity)).put("gross", gross.toPlainString());
        figures.put("base", gross.add(minor(random.nextInt(100))).toPlainString())
                .put("amount", gross.toPlainString());
        figures.putArray("taxes")
                .addObject()
                .put("id", "T0")
                .put("rate", "19")
                .put("tax", minor(random.nextInt(1 + gross.intValue())).toPlainString());
    }

    private void discount(ObjectNode discount) {
        if (chance(2)) {
            discount.put("percent", oneOf(List.of("5", "10", "12.5", "100")));
        } else {
            discount.put(
                    "amount",
                    minor(random.nextInt(minorDigits == 0 ? 500 : 1000)).toPlainString());
        }
    }

    private void restrict(ObjectNode rule) {
        if (chance(4)) {
            rule.putArray("stores").add(oneOf(List.of("berlin", "hamburg")));
        }
        if (chance(4)) {
            rule.putArray("customerGroups").add(oneOf(GROUPS));
        }
    }

    private void window(ObjectNode window) {
        period(window, "from", "until");
        if (chance(2)) {
            ArrayNode days = window.putArray("weekdays");
            some(List.of(1, 2, 3, 4, 5, 6, 7)).forEach(days::add);
        }
        if (chance(3)) {
            window.put("startsAt", "%02d:30".formatted(random.nextInt(24)));
        }
        if (chance(3)) {
            window.put("endsAt", "%02d:00".formatted(random.nextInt(24)));
        }
    }

    private void period(ObjectNode rule, String from, String until) {
        if (chance(3)) {
            rule.put(from, "2026-03-%02dT00:00".formatted(1 + random.nextInt(10)));
        }
        if (chance(3)) {
            rule.put(until, "2026-03-%02dT18:30".formatted(10 + random.nextInt(5)));
        }
    }

    private void target(ObjectNode target) {
        if (chance(2)) {
            some(CATEGORIES).forEach(target.putArray("categories")::add);
        }
        if (chance(2)) {
            target.putArray("products").add(product(random.nextInt(products)));
        }
        if (chance(8)) {
            target.putArray("exceptProducts").add(product(random.nextInt(products)));
        }
    }

    private String quantity() {
        String quantity = chance(4)
                ? BigDecimal.valueOf(1 + random.nextInt(5000), 3).toPlainString()
                : Integer.toString(1 + random.nextInt(chance(5) ? 40 : 6));
        return chance(12) ? "-" + quantity : quantity;
    }

    private String price() {
        return switch (random.nextInt(6)) {
            case 0 -> BigDecimal.valueOf(random.nextInt(200_000), 4).toPlainString();
            case 1 -> Integer.toString(random.nextInt(50));
            default -> BigDecimal.valueOf(random.nextInt(3000), 2).toPlainString();
        };
    }

    private String rate() {
        return oneOf(List.of("19", "7", "0", "9.975", "5", "25.5", "8.1", "2.6", "20"));
    }

    private BigDecimal minor(int units) {
        return BigDecimal.valueOf(units, minorDigits);
    }

    private static String product(int number) {
        return "product-" + number;
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> List<T> some(List<T> choices) {
        List<T> chosen = new ArrayList<>(choices);
        chosen.removeIf(each -> chance(2));
        return chosen;
    }

    private static ObjectNode object() {
        return PricingJson.MAPPER.createObjectNode();
    }
}
