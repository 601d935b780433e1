package io.tillstream.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class PriceListTest {
    private static final String LONG_AGO = "2026-01-01T00:00:00Z";

    private final Api anyone;
    private final Api api;
    private final TestBroker broker;
    private final Shop shop;
    private final JdbcClient jdbc;

    PriceListTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.anyone = api;
        this.api = api.as(Token.everything());
        this.broker = broker;
        this.shop = new Shop(api, broker);
        this.jdbc = jdbc;
    }

    @Test
    void aListIsMadeChangedAndPublishedInEveryVersion() {
        UUID id = UuidV7.next();
        Map<String, Object> terms = regulars();

        Api.Answer made = api.put("/api/price-lists/" + id, terms);
        Api.Answer again = api.put("/api/price-lists/" + id, terms);
        terms.put("priority", 20);
        Api.Answer unread = api.put("/api/price-lists/" + id, terms);
        Api.Answer changed = api.with("If-Match", made.header("ETag")).put("/api/price-lists/" + id, terms);

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(made.text());
        assertThat(unread.status()).isEqualTo(412);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(api.get("/api/price-lists/" + id).at("/terms/priority")).isEqualTo("20");
        await().untilAsserted(() -> assertThat(published(id)).hasSize(2));
        published(id)
                .forEach(
                        event -> Contract.of("catalog", "price-list-changed.v1").accepts(event.body()));
        assertThat(jdbc.sql(
                                "select terms ->> 'priority' from price_list_terms where price_list_id = ? order by version")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("10", "20");
    }

    @Test
    void tillsGetTheListsOfTheirStoreAndThePricesInThem() {
        String here = shop.store("EUR", "DE");
        String there = shop.store("EUR", "DE");
        UUID product = shop.product();
        shop.price(product, null, "5.00", "EUR", LONG_AGO);
        shop.price(product, here, "4.80", "EUR", LONG_AGO);
        UUID everywhere = list(regulars());
        UUID onlyThere = list(with(regulars(), "stores", List.of(there)));
        long before = listsVersion(here);
        UUID ended = list(with(regulars(), "active", false));
        price(product, everywhere, "6", "4.25", LONG_AGO, "2099-01-01T00:00:00Z");
        price(product, onlyThere, null, "4.00", LONG_AGO, null);

        assertThat(listsVersion(here)).isGreaterThan(before);
        assertThat(listsOf(here)).contains(everywhere).doesNotContain(onlyThere, ended);
        assertThat(listsOf(there)).contains(everywhere, onlyThere);
        assertThat(amounts(here, product)).containsExactly("5.00", "4.80", "4.25");
        assertThat(amounts(there, product)).containsExactlyInAnyOrder("5.00", "4.25", "4.00");
        JsonNode six = entry(here, product).at("/prices/2");
        assertThat(six.at("/priceListId").asString()).isEqualTo(everywhere.toString());
        assertThat(six.at("/minimumQuantity").asString()).isEqualTo("6");
        assertThat(six.at("/validUntil").asString()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(entry(here, product).at("/prices/1/storeOwn").asBoolean()).isTrue();
        assertThat(entry(here, product).at("/price").asString())
                .as("neither the group's price nor that of six")
                .isEqualTo("4.80");
    }

    @Test
    void aListThatReachesAnotherStoreBringsItsPricesThere() {
        String store = shop.store("EUR", "DE");
        UUID product = shop.product();
        Map<String, Object> terms = with(regulars(), "stores", List.of(shop.store("EUR", "DE")));
        terms.put("customerGroups", List.of());
        UUID list = list(terms);
        price(product, list, null, "3.00", LONG_AGO, null);
        long before = shop.bookVersion(store);
        assertThat(amounts(store, product)).isEmpty();

        api.with("If-Match", "\"0\"").put("/api/price-lists/" + list, with(terms, "stores", List.of()));

        assertThat(shop.changes(store, before)).anySatisfy(change -> {
            assertThat(change.at("/productId").asString()).isEqualTo(product.toString());
            assertThat(change.at("/price").asString()).isEqualTo("3.00");
        });
    }

    @Test
    void aFixedPeriodLiesOverTheOpenOneAndMayNotMeetAnother() {
        UUID product = shop.product();
        UUID list = list(regulars());
        price(product, list, null, "5.00", LONG_AGO, null);
        price(product, list, null, "4.00", "2026-12-01T00:00:00Z", "2026-12-08T00:00:00Z");
        price(product, list, "6", "3.00", "2026-12-02T00:00:00Z", "2026-12-03T00:00:00Z");

        Api.Answer meets = put(priceTag(product, list, null, "3.50", "2026-12-07T23:59:00Z", "2026-12-09T00:00:00Z"));
        Api.Answer within = put(priceTag(product, list, null, "5.50", "2026-12-05T00:00:00Z", null));
        Api.Answer reachesOver =
                put(priceTag(product, list, null, "3", "2026-11-30T00:00:00Z", "2026-12-02T00:00:00Z"));
        Api.Answer after = put(priceTag(product, list, null, "3.50", "2026-12-08T00:00:00Z", "2026-12-09T00:00:00Z"));

        for (Api.Answer refused : List.of(meets, within, reachesOver)) {
            assertThat(refused.problem()).as(refused.toString()).isEqualTo("price-not-valid");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/validFrom");
            assertThat(refused.at("/errors/0/detail"))
                    .contains("4.00 EUR from 2026-12-01T00:00:00Z until 2026-12-08T00:00:00Z");
        }
        assertThat(after.status()).as(after.toString()).isEqualTo(201);
    }

    @Test
    void aListShowsWhatStandsInItPageByPage() {
        UUID list = list(regulars());
        UUID tea = shop.product();
        price(tea, list, null, "5.00", LONG_AGO, null);
        price(tea, list, null, "4.00", "2026-02-01T00:00:00Z", null);
        price(tea, list, "6", "3.00", "2099-01-01T00:00:00Z", null);
        price(shop.product(), list, null, "2.00", LONG_AGO, null);

        Api.Answer first = api.get("/api/price-lists/" + list + "/prices?limit=2");
        Api.Answer second = api.get("/api/price-lists/" + list + "/prices?limit=2&cursor=" + first.at("/nextCursor"));

        List<String> amounts = new ArrayList<>(first.json().at("/items").findValuesAsString("amount"));
        amounts.addAll(second.json().at("/items").findValuesAsString("amount"));
        assertThat(amounts)
                .as("not the 5.00 that another has followed")
                .containsExactlyInAnyOrder("4.00", "3.00", "2.00");
        assertThat(first.at("/items/0/name")).isEqualTo("Espresso 250 g");
        assertThat(second.at("/nextCursor")).isEmpty();
        assertThat(api.get("/api/price-lists/" + UuidV7.next() + "/prices").status())
                .isEqualTo(404);
    }

    @Test
    void aPriceIsCorrectedAndTakenBackByAnotherForTheSameMoment() {
        String store = shop.store("EUR", "DE");
        UUID product = shop.product();
        shop.price(product, null, "5.00", "EUR", LONG_AGO);
        price(product, null, null, "6.00", "2098-01-01T00:00:00Z", null);
        price(product, null, null, "6.60", "2098-01-01T00:00:00Z", null);
        assertThat(amounts(store, product)).containsExactly("5.00", "6.60");

        price(product, null, null, "6.60", "2098-01-01T00:00:00Z", "2098-01-01T00:00:30Z");
        Api.Answer nothingThere =
                put(priceTag(product, null, null, "7.00", "2097-01-01T00:00:00Z", "2097-01-01T00:00:00Z"));

        assertThat(amounts(store, product)).containsExactly("5.00");
        assertThat(nothingThere.at("/errors/0/pointer")).isEqualTo("/validUntil");
        JsonNode history = api.get("/api/prices?productId=" + product).json().at("/items");
        assertThat(history).hasSize(4);
        assertThat(history.get(0).at("/endsAt").isNull()).isTrue();
        assertThat(history.get(1).at("/endsAt").asString()).as("never held").isEqualTo("2098-01-01T00:00:00Z");
        assertThat(history.get(3).at("/recordedBy").asString()).isNotEmpty();
        assertThat(history.get(3).at("/recordedAt").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "price, '{\"amount\":\"-1.00\",\"currency\":\"EUR\"}', 422, /price/amount",
        "price, '{\"amount\":\"1.00001\",\"currency\":\"EUR\"}', 400, /price",
        "price, '{\"amount\":\"cheap\",\"currency\":\"EUR\"}', 400, /price/amount",
        "price, '{\"amount\":\"1.00\",\"currency\":\"CHF\"}', 422, /price/currency",
        "storeId, '\"berlin\"', 422, /storeId",
        "priceListId, '\"0199c0de-0000-7000-8000-00000000dead\"', 422, /priceListId",
        "minimumQuantity, '\"-1\"', 400, /minimumQuantity",
        "minimumQuantity, '\"0.0001\"', 400, /minimumQuantity",
        "validUntil, '\"2025-12-31T00:00:00Z\"', 422, /validUntil",
        "productId, '\"0199c0de-0000-7000-8000-00000000dead\"', 422, /productId",
    })
    void aPriceThatNoTillCouldChargeIsRefusedByPlace(String field, String json, int status, String pointer) {
        Map<String, Object> price = priceTag(shop.product(), list(regulars()), null, "1.2345", LONG_AGO, null);
        assertThat(put(price).status()).isEqualTo(201);

        price.put(field, new tools.jackson.databind.json.JsonMapper().readTree(json));
        Api.Answer refused = put(price);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.at("/errors/0/pointer")).as(refused.toString()).isEqualTo(pointer);
    }

    @Test
    void termsThatContradictEachOtherAreRefusedByPlace() {
        String francs = shop.store("CHF", "CH");
        Map<String, Object> window = new LinkedHashMap<>();
        window.put("from", "2026-12-01T00:00:00");
        window.put("until", "2026-11-30T00:00:00");
        Map<String, Object> terms = with(with(regulars(), "window", window), "stores", List.of(francs, "nowhere"));

        Api.Answer refused = api.put("/api/price-lists/" + UuidV7.next(), terms);

        assertThat(refused.problem()).as(refused.toString()).isEqualTo("price-list-not-valid");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/window/until", "/stores/0", "/stores/1");
        UUID priced = list(regulars());
        price(shop.product(), priced, null, "1.00", LONG_AGO, null);
        Api.Answer moved =
                api.with("If-Match", "\"0\"").put("/api/price-lists/" + priced, with(regulars(), "currency", "CHF"));
        assertThat(moved.at("/errors/0/pointer")).isEqualTo("/currency");
    }

    @Test
    void aManagerPricesInTheirOwnStoresOnly() {
        String store = shop.store("EUR", "DE");
        Api manager = anyone.as(Token.manager(store));
        UUID product = shop.product();
        Map<String, Object> own = with(regulars(), "stores", List.of(store));
        UUID theirs = UuidV7.next();

        assertThat(manager.put("/api/price-lists/" + UuidV7.next(), regulars()).problem())
                .isEqualTo("not-your-store");
        assertThat(manager.put("/api/price-lists/" + theirs, own).status()).isEqualTo(201);
        assertThat(manager.put("/api/prices/" + UuidV7.next(), priceTag(product, theirs, null, "1.00", LONG_AGO, null))
                        .status())
                .isEqualTo(201);
        assertThat(manager.put(
                                "/api/prices/" + UuidV7.next(),
                                priceTag(product, list(regulars()), null, "1.00", LONG_AGO, null))
                        .problem())
                .isEqualTo("not-your-store");
        assertThat(anyone.as(Token.cashier(store))
                        .put("/api/price-lists/" + theirs, own)
                        .problem())
                .isEqualTo("role-required");
    }

    private UUID list(Map<String, Object> terms) {
        UUID id = UuidV7.next();
        Api.Answer answer = api.put("/api/price-lists/" + id, terms);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return id;
    }

    private void price(UUID product, UUID list, String minimum, String amount, String from, String until) {
        Api.Answer answer = put(priceTag(product, list, minimum, amount, from, until));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private Api.Answer put(Map<String, Object> price) {
        return api.put("/api/prices/" + UuidV7.next(), price);
    }

    private static Map<String, Object> priceTag(
            UUID product, UUID list, String minimum, String amount, String from, String until) {
        Map<String, Object> price = Shop.priceTag(product, null, amount, "EUR", from);
        price.put("priceListId", list);
        price.put("minimumQuantity", minimum);
        price.put("validUntil", until);
        return price;
    }

    private long listsVersion(String store) {
        return Long.parseLong(api.get("/api/price-books/" + store).at("/priceListsVersion"));
    }

    private List<UUID> listsOf(String store) {
        return api.get("/api/price-books/" + store + "/price-lists")
                .json()
                .at("/items")
                .valueStream()
                .map(list -> UUID.fromString(list.at("/id").stringValue()))
                .toList();
    }

    private List<String> amounts(String store, UUID product) {
        return entry(store, product).at("/prices").findValuesAsString("amount");
    }

    private JsonNode entry(String store, UUID product) {
        return shop.changes(store, 0).stream()
                .filter(change -> change.at("/productId").asString().equals(product.toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<TestBroker.Received> published(UUID id) {
        return broker.received("pos.catalog.price-list", "catalog.price-list-changed.v1").stream()
                .filter(event -> event.key().equals(id.toString()))
                .toList();
    }

    private static Map<String, Object> regulars() {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("name", "Regulars");
        terms.put("currency", "EUR");
        terms.put("priority", 10);
        terms.put("stores", List.of());
        terms.put("customerGroups", List.of("REGULAR"));
        terms.put("active", true);
        Map<String, Object> always = new LinkedHashMap<>();
        always.put("from", null);
        always.put("until", null);
        terms.put("window", always);
        return terms;
    }

    private static Map<String, Object> with(Map<String, Object> terms, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(terms);
        changed.put(field, value);
        return changed;
    }
}
