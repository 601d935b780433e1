package io.tillstream.catalog;

import static io.tillstream.catalog.Shop.espresso;
import static io.tillstream.catalog.Shop.fresh;
import static io.tillstream.catalog.Shop.freshBarcode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.OpenApiContract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ProductTest {
    private static final String TOPIC = "pos.catalog.product";
    private static final String CHANGED = "catalog.product-changed.v1";

    private final Api api;
    private final TestBroker broker;
    private final Shop shop;

    ProductTest(Api api, TestBroker broker) {
        this.api = api.as(Token.everything());
        this.broker = broker;
        this.shop = new Shop(api, broker);
    }

    @Test
    void aProductIsCreatedReadScannedAndPublished() {
        UUID id = UuidV7.next();
        String barcode = freshBarcode();
        Api.Answer created = api.put("/api/products/" + id, espresso(fresh("ESP"), barcode));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"0\"");
        assertThat(api.get("/api/products/" + id).text()).isEqualTo(created.text());
        assertThat(api.get("/api/barcodes/" + barcode).at("/id")).isEqualTo(id.toString());
        assertThat(api.get("/api/barcodes/0" + barcode).at("/id")).isEqualTo(id.toString());
        await().untilAsserted(() -> assertThat(published(id)).hasSize(1));
        Contract.of("catalog", "product-changed.v1")
                .accepts(published(id).getFirst().body());
    }

    @Test
    void whatIsPublishedSaysAllCategoriesAndFromWhichPriceBookOnItIsKnown() {
        UUID food = UuidV7.next();
        UUID coffee = UuidV7.next();
        UUID id = UuidV7.next();
        api.put("/api/categories/" + food, "{\"name\": \"%s\", \"parentId\": null}".formatted(fresh("Food")));
        api.put("/api/categories/" + coffee, "{\"name\": \"Coffee\", \"parentId\": \"%s\"}".formatted(food));
        Map<String, Object> facts = espresso(fresh("ESP"));
        facts.put("categoryId", coffee.toString());
        String store = shop.store("EUR", "DE");
        long before = shop.bookVersion(store);

        api.put("/api/products/" + id, facts);

        await().untilAsserted(() -> assertThat(published(id)).hasSize(1));
        JsonNode event = published(id).getFirst().json();
        assertThat(event.at("/categoryLineage").valueStream().map(JsonNode::asString))
                .containsExactly(coffee.toString(), food.toString());
        assertThat(event.at("/bookVersion").asLong())
                .isGreaterThan(before)
                .isLessThanOrEqualTo(shop.bookVersion(store));
    }

    @Test
    void anEditNeedsTheVersionThatWasRead() {
        UUID id = UuidV7.next();
        Map<String, Object> facts = espresso(fresh("ESP"));
        api.put("/api/products/" + id, facts);
        facts.put("name", "Espresso 500 g");

        assertThat(api.put("/api/products/" + id, facts).status()).isEqualTo(412);
        assertThat(api.with("If-Match", "\"7\"")
                        .put("/api/products/" + id, facts)
                        .status())
                .isEqualTo(412);
        Api.Answer edited = api.with("If-Match", "\"0\"").put("/api/products/" + id, facts);
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.header("ETag")).isEqualTo("\"1\"");
        assertThat(edited.at("/name")).isEqualTo("Espresso 500 g");
    }

    @Test
    void sendingTheSameAgainChangesAndPublishesNothing() {
        UUID id = UuidV7.next();
        Map<String, Object> facts = espresso(fresh("ESP"), freshBarcode());
        Api.Answer first = api.put("/api/products/" + id, facts);
        Api.Answer again = api.put("/api/products/" + id, facts);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        // another product's event comes after whatever this one would have sent
        UUID later = shop.product();
        await().untilAsserted(() -> assertThat(published(later)).hasSize(1));
        assertThat(published(id)).hasSize(1);
    }

    @Test
    void aBarcodeMeansOneActiveProduct() {
        String barcode = freshBarcode();
        UUID first = shop.product(barcode);
        UUID second = UuidV7.next();
        Map<String, Object> facts = espresso(fresh("ESP"), "0" + barcode);

        Api.Answer refused = api.put("/api/products/" + second, facts);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("barcode-taken");
        assertThat(refused.at("/detail")).contains(first.toString());
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/barcodes/0/code");

        retire(first);
        assertThat(api.put("/api/products/" + second, facts).status()).isEqualTo(201);
        assertThat(api.get("/api/barcodes/" + barcode).at("/id")).isEqualTo(second.toString());
    }

    @Test
    void aSkuIsTakenWhateverItsCapitals() {
        String sku = fresh("Tea");
        api.put("/api/products/" + UuidV7.next(), espresso(sku));
        Api.Answer refused =
                api.put("/api/products/" + UuidV7.next(), espresso(sku.toUpperCase(java.util.Locale.ROOT)));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("sku-taken");
        assertThat(refused.at("/detail")).contains("Espresso 250 g");
    }

    @Test
    void whatIsWrongWithAProductIsNamedFieldByField() {
        UUID id = UuidV7.next();
        Api.Answer misread = api.put("/api/products/" + id, espresso(fresh("ESP"), "4006381333913"));
        assertThat(misread.status()).isEqualTo(422);
        assertThat(misread.at("/errors/0/pointer")).isEqualTo("/barcodes/0/code");

        Map<String, Object> uneven = espresso(fresh("ESP"));
        uneven.put(
                "barcodes",
                List.of(
                        Shop.pack(freshBarcode(), "6", "10.00", "EUR"),
                        Shop.pack(freshBarcode(), "144", "100.00", "EUR"),
                        Shop.pack(freshBarcode(), "6", "9.999", "EUR")));
        Api.Answer refused = api.put("/api/products/" + id, uneven);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString()))
                .containsExactly("/barcodes/1/price", "/barcodes/2/price");
        assertThat(refused.at("/errors/0/detail")).contains("144 for 100.00", "99.99");

        Map<String, Object> empty = espresso("");
        empty.put("ageLimit", 0);
        assertThat(api.put("/api/products/" + id, empty).status()).isEqualTo(400);
        assertThat(api.put("/api/products/" + id, empty).text()).contains("/sku", "/ageLimit");

        Map<String, Object> unknown = espresso(fresh("ESP"));
        unknown.put("colour", "red");
        assertThat(api.put("/api/products/" + id, unknown).at("/errors/0/pointer"))
                .isEqualTo("/colour");
        assertThat(api.put("/api/products/" + id, "{").status()).isEqualTo(400);
        assertThat(api.put("/api/products/not-a-uuid", espresso("X")).status()).isEqualTo(400);
    }

    @Test
    void aProductIsFoundByPartOfItsNameItsSkuItsBarcodeAndDespiteATypingError() {
        UUID id = UuidV7.next();
        String barcode = freshBarcode();
        Map<String, Object> facts = espresso(fresh("ZW"), barcode);
        facts.put("name", "Zwetschgenmus aus Franken");
        api.put("/api/products/" + id, facts);

        for (String typed : List.of(
                "mus%20aus",
                "zwetsch", "ZWETSCHGENMUS", barcode, facts.get("sku").toString(), "Zwetchgenmus")) {
            assertThat(api.get("/api/products?q=" + typed).at("/items/0/id"))
                    .as(typed)
                    .isEqualTo(id.toString());
        }
        assertThat(api.get("/api/products?q=100%25%20nothing").json().at("/items"))
                .isEmpty();
    }

    @Test
    void theListGoesOnPageByPage() {
        String prefix = fresh("page").toLowerCase(java.util.Locale.ROOT);
        for (int i = 0; i < 3; i++) {
            api.put("/api/products/" + UuidV7.next(), espresso(prefix + "." + i));
        }
        Api.Answer first = api.get("/api/products?limit=2");
        Api.Answer second = api.get("/api/products?limit=2&cursor=" + first.at("/nextCursor"));
        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.at("/items/0/sku").compareToIgnoreCase(first.at("/items/1/sku")))
                .isPositive();
        assertThat(api.get("/api/products?cursor=x").problem()).isEqualTo("malformed-cursor");
    }

    @Test
    void categoriesFormATreeAndAreShownAsAPath() {
        UUID food = UuidV7.next();
        UUID tea = UuidV7.next();
        String root = fresh("Food");
        Map<String, Object> root1 = new java.util.HashMap<>(Map.of("name", root));
        root1.put("parentId", null);
        assertThat(api.put("/api/categories/" + food, root1).status()).isEqualTo(201);
        assertThat(api.put("/api/categories/" + food, root1).status()).isEqualTo(200);
        assertThat(api.put("/api/categories/" + tea, Map.of("name", "Tea", "parentId", food))
                        .at("/path"))
                .isEqualTo(root + " > Tea");
        Map<String, Object> facts = espresso(fresh("TEA"));
        facts.put("categoryId", tea);
        assertThat(api.put("/api/products/" + UuidV7.next(), facts).at("/category"))
                .isEqualTo(root + " > Tea");
        facts.put("sku", fresh("TEA"));
        facts.put("categoryId", UuidV7.next());
        assertThat(api.put("/api/products/" + UuidV7.next(), facts).problem()).isEqualTo("category-not-known");
    }

    @Test
    void cashiersReadAndOnlyManagersAndBuyersChange() {
        UUID id = shop.product();
        Map<String, Object> facts = espresso(fresh("ESP"));
        assertThat(api.as(Token.cashier("berlin")).get("/api/products/" + id).status())
                .isEqualTo(200);
        assertThat(api.as(Token.cashier("berlin"))
                        .put("/api/products/" + UuidV7.next(), facts)
                        .status())
                .isEqualTo(403);
        assertThat(api.as(Token.supplier(id)).get("/api/products/" + id).status())
                .isEqualTo(403);
        assertThat(api.as(Token.manager("berlin"))
                        .put("/api/products/" + UuidV7.next(), facts)
                        .status())
                .isEqualTo(201);
        assertThat(api.as(Token.buyer().expired()).get("/api/products/" + id).status())
                .isEqualTo(401);
    }

    @Test
    void theApiIsWhatTheContractSays() {
        OpenApiContract.check(api, "catalog-service");
    }

    private void retire(UUID id) {
        Map<String, Object> facts = new java.util.LinkedHashMap<>();
        api.get("/api/products/" + id)
                .json()
                .properties()
                .forEach(field -> facts.put(field.getKey(), field.getValue()));
        List.of("id", "version", "category").forEach(facts::remove);
        facts.put("status", "INACTIVE");
        assertThat(api.with("If-Match", "\"0\"")
                        .put("/api/products/" + id, facts)
                        .status())
                .isEqualTo(200);
    }

    private List<TestBroker.Received> published(UUID id) {
        return broker.received(TOPIC, CHANGED).stream()
                .filter(event -> event.key().equals(id.toString()))
                .toList();
    }
}
