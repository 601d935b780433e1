package io.tillstream.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Given data for the tests: stores, products and prices as people and other services would make them. */
public final class Shop {
    private static final AtomicBoolean TOPICS_EXIST = new AtomicBoolean();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Api api;
    private final TestBroker broker;

    public Shop(Api api, TestBroker broker) {
        this.api = api.as(Token.everything());
        this.broker = broker;
        if (TOPICS_EXIST.compareAndSet(false, true)) {
            broker.received("pos.catalog.product", "any");
            broker.received("pos.catalog.price", "any");
            broker.received("pos.catalog.tax-rate", "any");
            broker.received("pos.catalog.promotion", "any");
            broker.received("pos.catalog.price-list", "any");
        }
    }

    /** A name or SKU that no other test uses. */
    static String fresh(String prefix) {
        return prefix + "-" + NUMBERS.incrementAndGet();
    }

    /** A valid in-store GTIN-13 that no other test uses. */
    static String freshBarcode() {
        String body = "29%010d".formatted(NUMBERS.incrementAndGet());
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return body + (10 - sum % 10) % 10;
    }

    public String store(String currency, String country) {
        return store(currency, country, null);
    }

    String store(String currency, String country, String region) {
        String id = fresh("store");
        describeStore(id, currency, country, region, 1);
        await().until(() -> api.get("/api/price-books/" + id).status() == 200);
        return id;
    }

    void describeStore(String id, String currency, String country, long version) {
        describeStore(id, currency, country, null, version);
    }

    private void describeStore(String id, String currency, String country, String region, long version) {
        String body =
                """
                {"id": "%s", "name": "A store", "currency": "%s", "timeZone": "Europe/Berlin", "country": "%s",%s
                 "businessDayStartsAt": "04:00", "version": %d}""".formatted(id, currency, country, region == null ? "" : " \"region\": \"" + region + "\",", version);
        broker.publish(
                UuidV7.next(),
                "pos.order.store",
                "order.store-changed.v1",
                id,
                version,
                body.getBytes(StandardCharsets.UTF_8));
    }

    public static Map<String, Object> espresso(String sku, String... barcodes) {
        Map<String, Object> product = new LinkedHashMap<>();
        product.put("sku", sku);
        product.put("name", "Espresso 250 g");
        product.put("description", null);
        product.put("brand", null);
        product.put("categoryId", null);
        product.put("unit", "PIECE");
        product.put("taxCategory", "STANDARD");
        product.put("stockTracked", true);
        product.put("ageLimit", null);
        product.put("status", "ACTIVE");
        List<Map<String, String>> codes = new ArrayList<>();
        for (String barcode : barcodes) {
            codes.add(Map.of("code", barcode, "quantity", "1"));
        }
        product.put("barcodes", codes);
        return product;
    }

    static Map<String, Object> pack(String code, String quantity, String price, String currency) {
        return Map.of("code", code, "quantity", quantity, "price", Map.of("amount", price, "currency", currency));
    }

    public UUID product(String... barcodes) {
        UUID id = UuidV7.next();
        Api.Answer answer = api.put("/api/products/" + id, espresso(fresh("ESP"), barcodes));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return id;
    }

    void price(UUID product, String storeId, String amount, String currency, String validFrom) {
        Api.Answer answer =
                api.put("/api/prices/" + UuidV7.next(), priceTag(product, storeId, amount, currency, validFrom));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    static Map<String, Object> priceTag(
            UUID product, String storeId, String amount, String currency, String validFrom) {
        Map<String, Object> price = new LinkedHashMap<>();
        price.put("productId", product);
        price.put("storeId", storeId);
        price.put("price", Map.of("amount", amount, "currency", currency));
        price.put("validFrom", validFrom);
        return price;
    }

    void taxRate(String country, String category, String rate, String validFrom) {
        Api.Answer answer = api.put(
                "/api/tax-rates/" + UuidV7.next(),
                Map.of("country", country, "category", category, "rate", new BigDecimal(rate), "validFrom", validFrom));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    /** One of several taxes on a category; region null: in the whole country. */
    Api.Answer tax(String country, String region, String component, String rate, boolean compound, String validFrom) {
        Map<String, Object> tax = new LinkedHashMap<>();
        tax.put("country", country);
        tax.put("region", region);
        tax.put("category", "STANDARD");
        tax.put("component", component);
        tax.put("compound", compound);
        tax.put("rate", rate);
        tax.put("validFrom", validFrom);
        return api.put("/api/tax-rates/" + UuidV7.next(), tax);
    }

    long bookVersion(String storeId) {
        Api.Answer book = api.get("/api/price-books/" + storeId);
        while (!book.at("/nextCursor").isEmpty()) {
            book = api.get("/api/price-books/" + storeId + "?cursor=" + book.at("/nextCursor"));
        }
        return book.json().at("/version").asLong();
    }

    List<JsonNode> changes(String storeId, long after) {
        List<JsonNode> changes = new ArrayList<>();
        api.get("/api/price-books/" + storeId + "?after=" + after)
                .json()
                .at("/items")
                .forEach(changes::add);
        return changes;
    }
}
