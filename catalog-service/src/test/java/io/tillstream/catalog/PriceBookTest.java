package io.tillstream.catalog;

import static io.tillstream.catalog.Shop.freshBarcode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class PriceBookTest {
    private final Api api;
    private final TestBroker broker;
    private final Shop shop;
    private final JdbcClient jdbc;

    PriceBookTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.api = api.as(Token.everything());
        this.broker = broker;
        this.shop = new Shop(api, broker);
        this.jdbc = jdbc;
    }

    @Test
    void aTillLearnsEverythingItNeedsToSellAProduct() {
        String store = shop.store("EUR", "AT");
        long before = shop.bookVersion(store);
        String barcode = freshBarcode();
        UUID product = shop.product(barcode);
        shop.price(product, null, "4.99", "EUR", "2026-01-01T00:00:00Z");
        shop.taxRate("AT", "STANDARD", "20.00", "2020-01-01");

        List<JsonNode> changes = shop.changes(store, before);
        JsonNode entry = changes.stream()
                .filter(change -> change.at("/productId").asString().equals(product.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(entry.at("/price").asString()).isEqualTo("4.99");
        assertThat(entry.at("/currency").asString()).isEqualTo("EUR");
        assertThat(entry.at("/taxRate").asString()).isEqualTo("20.00");
        assertThat(entry.at("/barcodes/0/code").asString()).isEqualTo(barcode);
        assertThat(entry.at("/barcodes/0/quantity").asString()).isEqualTo("1");
        assertThat(entry.at("/active").asBoolean()).isTrue();
    }

    @Test
    void aCodeSellsAtItsOwnPriceWhereItsCurrencyIsPaid() {
        String berlin = shop.store("EUR", "DE");
        String london = shop.store("GBP", "GB");
        UUID product = UuidV7.next();
        Map<String, Object> facts = Shop.espresso(Shop.fresh("ESP"));
        facts.put("tracking", "LOT");
        facts.put("barcodes", List.of(Shop.pack(freshBarcode(), "6", "10.00", "EUR")));
        assertThat(api.put("/api/products/" + product, facts).status()).isEqualTo(201);

        assertThat(entry(berlin, product).at("/barcodes/0/price").asString()).isEqualTo("10.00");
        assertThat(entry(london, product).at("/barcodes/0/price").isNull()).isTrue();
        assertThat(entry(berlin, product).at("/tracking").asString()).isEqualTo("LOT");
    }

    @Test
    void aProductThatIsTakenOutOfUseIsTakenOffTheTills() {
        String store = shop.store("EUR", "DE");
        UUID product = UuidV7.next();
        Map<String, Object> facts = Shop.espresso(Shop.fresh("ESP"));
        api.put("/api/products/" + product, facts);
        long before = shop.bookVersion(store);
        facts.put("status", "INACTIVE");
        api.with("If-Match", "\"0\"").put("/api/products/" + product, facts);

        assertThat(shop.changes(store, before)).singleElement().satisfies(change -> {
            assertThat(change.at("/productId").asString()).isEqualTo(product.toString());
            assertThat(change.at("/active").asBoolean()).isFalse();
        });
    }

    @Test
    void theStoresOwnPriceComesBeforeTheGeneralOneAndTheNewestBeforeTheOlder() {
        String berlin = shop.store("EUR", "DE");
        String hamburg = shop.store("EUR", "DE");
        String london = shop.store("GBP", "GB");
        UUID product = shop.product();
        shop.price(product, null, "5.00", "EUR", "2026-02-01T00:00:00Z");
        shop.price(product, null, "4.00", "EUR", "2026-01-01T00:00:00Z");
        shop.price(product, berlin, "4.5", "EUR", "2025-01-01T00:00:00Z");

        assertThat(price(berlin, product)).isEqualTo("4.50");
        assertThat(price(hamburg, product)).isEqualTo("5.00");
        assertThat(price(london, product)).as("no price in pounds").isEmpty();
    }

    @Test
    void aPriceToComeIsKnownWhenItIsSetAndSaidAgainWhenItBegins() {
        String store = shop.store("EUR", "DE");
        UUID product = shop.product();
        shop.price(product, null, "5.00", "EUR", "2026-01-01T00:00:00Z");
        long before = shop.bookVersion(store);
        shop.price(product, null, "9.00", "EUR", "2099-01-01T08:30:59Z");

        JsonNode told = entry(store, product);
        assertThat(told.at("/version").asLong()).isGreaterThan(before);
        assertThat(told.at("/price").asString()).isEqualTo("5.00");
        assertThat(told.at("/prices").findValuesAsString("amount")).containsExactly("5.00", "9.00");
        assertThat(told.at("/prices/1/validFrom").asString()).isEqualTo("2099-01-01T08:30:00Z");

        long known = shop.bookVersion(store);
        jdbc.sql("update price set valid_from = now() where amount = 9 and product_id = ?")
                .param(product)
                .update();
        await().untilAsserted(() -> assertThat(shop.changes(store, known))
                .anySatisfy(change -> assertThat(change.at("/price").asString()).isEqualTo("9.00")));
    }

    @Test
    void aTaxRateBeginsOnItsDay() {
        String store = shop.store("EUR", "FR");
        UUID product = shop.product();
        shop.taxRate("FR", "STANDARD", "20.00", "2014-01-01");
        shop.taxRate("FR", "STANDARD", "21.00", "2099-01-01");
        shop.taxRate("FR", "STANDARD", "19.60", "2000-04-01");

        assertThat(entry(store, product).at("/taxRate").asString()).isEqualTo("20.00");
    }

    @Test
    void everyTaxRateIsKnownWithItsDay() {
        String store = shop.store("EUR", "LU");
        shop.taxRate("LU", "STANDARD", "17.00", "2015-01-01");
        shop.taxRate("LU", "STANDARD", "16.50", "2023-01-01");
        shop.taxRate("LU", "STANDARD", "18.00", "2099-01-01");
        shop.taxRate("LU", "STANDARD", "16.00", "2023-01-01");
        long known = shop.bookVersion(store);
        shop.taxRate("LU", "REDUCED", "8.00", "2099-01-01");

        JsonNode rates = api.get("/api/price-books/" + store).json().at("/taxRates");
        assertThat(rates.findValuesAsString("rate")).containsExactly("8.00", "17.00", "16.00", "18.00");
        assertThat(rates.findValuesAsString("validFrom"))
                .containsExactly("2099-01-01", "2015-01-01", "2023-01-01", "2099-01-01");
        assertThat(shop.bookVersion(store))
                .as("a till that has it can be told from one that has not")
                .isGreaterThan(known);
    }

    /** What a till and the server need to sell in 2020 again: 16 and 5 % from July to December. */
    @Test
    void germanysRatesOf2020AreKnownWithTheirDays() {
        String store = shop.store("EUR", "DE");
        for (String[] rate : new String[][] {
            {"GERMAN_STANDARD", "16.00", "2020-07-01"},
            {"GERMAN_STANDARD", "19.00", "2007-01-01"},
            {"GERMAN_STANDARD", "19.00", "2021-01-01"},
            {"GERMAN_REDUCED", "7.00", "1983-07-01"},
            {"GERMAN_REDUCED", "5.00", "2020-07-01"},
            {"GERMAN_REDUCED", "7.00", "2021-01-01"}
        }) {
            shop.taxRate("DE", rate[0], rate[1], rate[2]);
        }

        assertThat(api.get("/api/price-books/" + store)
                        .json()
                        .at("/taxRates")
                        .valueStream()
                        .map(rate -> rate.at("/category").asString() + " "
                                + rate.at("/validFrom").asString() + " "
                                + rate.at("/rate").asString()))
                .containsExactly(
                        "GERMAN_REDUCED 1983-07-01 7.00",
                        "GERMAN_REDUCED 2020-07-01 5.00",
                        "GERMAN_REDUCED 2021-01-01 7.00",
                        "GERMAN_STANDARD 2007-01-01 19.00",
                        "GERMAN_STANDARD 2020-07-01 16.00",
                        "GERMAN_STANDARD 2021-01-01 19.00");
    }

    @Test
    void whoHasTheNewestGetsNothingAgain() {
        String store = shop.store("EUR", "DE");
        shop.product();
        Api.Answer all = api.get("/api/price-books/" + store + "?after=" + shop.bookVersion(store));
        assertThat(api.with("If-None-Match", all.header("ETag"))
                        .get("/api/price-books/" + store + "?after=" + all.at("/version"))
                        .status())
                .isEqualTo(304);
        shop.product();
        assertThat(api.with("If-None-Match", all.header("ETag"))
                        .get("/api/price-books/" + store + "?after=" + all.at("/version"))
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void aReaderMissesNothingWhileManyWrite() throws Exception {
        String store = shop.store("EUR", "DE");
        long version = shop.bookVersion(store);
        Set<String> seen = new HashSet<>();
        List<UUID> written = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
            List<Future<UUID>> jobs = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                jobs.add(writers.submit(() -> shop.product()));
            }
            while (jobs.stream().anyMatch(job -> !job.isDone())) {
                version = readOn(store, version, seen);
            }
            for (Future<UUID> job : jobs) {
                written.add(job.get());
            }
        }
        readOn(store, version, seen);
        assertThat(seen).containsAll(written.stream().map(UUID::toString).toList());
    }

    @Test
    void aStoreThatChangesItsCurrencyGetsTheWholeBookAgain() {
        String store = shop.store("EUR", "DE");
        UUID product = shop.product();
        shop.price(product, null, "5.00", "EUR", "2026-01-01T00:00:00Z");
        shop.price(product, null, "6.00", "CHF", "2026-01-01T00:00:00Z");
        long before = shop.bookVersion(store);

        shop.describeStore(store, "CHF", "CH", 3);
        shop.describeStore(store, "EUR", "DE", 2);
        await().untilAsserted(() -> assertThat(shop.changes(store, before))
                .anySatisfy(change -> assertThat(change.at("/price").asString()).isEqualTo("6.00")));
    }

    @Test
    void aNewStoreIsNoNewsToTheOthers() {
        shop.taxRate("NL", "STANDARD", "21.00", "2012-10-01");
        String store = shop.store("EUR", "NL");
        UUID product = shop.product();
        long before = shop.bookVersion(store);

        String another = shop.store("EUR", "NL");
        assertThat(entry(another, product).at("/taxRate").asString()).isEqualTo("21.00");
        assertThat(shop.changes(store, before)).isEmpty();
    }

    /** Québec has a tax beside that of the country, Ontario one in its place since July 2010. */
    @Test
    void aStoreIsTaxedByItsCountryAndItsRegion() {
        UUID product = shop.product();
        shop.price(product, null, "5.00", "CAD", "2026-01-01T00:00:00Z");
        shop.tax("CA", null, "GST", "5", false, "2008-01-01");
        shop.tax("CA", "CA-QC", "QST", "9.975", false, "2013-01-01");
        shop.tax("CA", "CA-ON", "GST", "13", false, "2010-07-01");

        assertThat(taxesIn(shop.store("CAD", "CA", "CA-QC"), product))
                .containsExactly("14.975", "GST 5.00 from 2008-01-01", "QST 9.975 from 2013-01-01");
        assertThat(taxesIn(shop.store("CAD", "CA", "CA-ON"), product))
                .containsExactly("13.00", "GST 5.00 from 2008-01-01", "GST 13.00 from 2010-07-01");
        assertThat(taxesIn(shop.store("CAD", "CA"), product)).containsExactly("5.00", "GST 5.00 from 2008-01-01");
    }

    /** As Québec charged until 2012: 9.5 % on the price and on the 5 % of the country. */
    @Test
    void aCompoundTaxComesLastAndStaysCompound() {
        String store = shop.store("NOK", "NO", "NO-03");
        UUID product = shop.product();
        shop.price(product, null, "5.00", "NOK", "2026-01-01T00:00:00Z");
        shop.tax("NO", "NO-03", "CITY", "9.5", true, "2012-01-01");
        shop.tax("NO", null, "STATE", "5", false, "2012-01-01");

        assertThat(taxesIn(store, product))
                .containsExactly("14.975", "STATE 5.00 from 2012-01-01", "CITY 9.50 on taxes from 2012-01-01");
        Api.Answer simple = shop.tax("NO", "NO-03", "CITY", "10", false, "2030-01-01");
        assertThat(simple.problem()).isEqualTo("tax-rate-not-valid");
        assertThat(simple.at("/errors/0/pointer")).isEqualTo("/compound");
        assertThat(shop.tax("NO", "SE-AB", "CITY", "10", true, "2030-01-01").at("/errors/0/pointer"))
                .isEqualTo("/region");
    }

    private List<String> taxesIn(String store, UUID product) {
        List<String> taxes =
                new ArrayList<>(List.of(entry(store, product).at("/taxRate").asString()));
        api.get("/api/price-books/" + store)
                .json()
                .at("/taxRates")
                .forEach(rate -> taxes.add(rate.at("/component").asString() + " "
                        + rate.at("/rate").asString()
                        + (rate.at("/compound").asBoolean() ? " on taxes" : "") + " from "
                        + rate.at("/validFrom").asString()));
        return taxes;
    }

    @Test
    void pricesAreSetByThoseWhoMayAndInTheStoresCurrency() {
        String store = shop.store("EUR", "DE");
        UUID product = shop.product();
        Map<String, Object> general = Shop.priceTag(product, null, "5.00", "EUR", "2026-01-01T00:00:00Z");
        Map<String, Object> own = Shop.priceTag(product, store, "5.00", "EUR", "2026-01-01T00:00:00Z");

        assertThat(put(Token.manager(store), own).status()).isEqualTo(201);
        assertThat(put(Token.manager("elsewhere"), own).problem()).isEqualTo("not-your-store");
        assertThat(put(Token.manager(store), general).problem()).isEqualTo("not-your-store");
        assertThat(put(Token.buyer(), general).status()).isEqualTo(201);
        assertThat(put(Token.buyer(), Shop.priceTag(product, store, "5.00", "GBP", "2026-01-01T00:00:00Z"))
                        .problem())
                .isEqualTo("price-not-valid");
        assertThat(put(Token.buyer(), Shop.priceTag(product, null, "-1.00", "EUR", "2026-01-01T00:00:00Z"))
                        .problem())
                .isEqualTo("price-not-valid");
        assertThat(put(Token.buyer(), Shop.priceTag(UuidV7.next(), null, "1.00", "EUR", "2026-01-01T00:00:00Z"))
                        .problem())
                .isEqualTo("price-not-valid");
        assertThat(put(Token.buyer(), Shop.priceTag(product, null, "1.00", "EURO", "2026-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aPriceIsStoredOnceUnderItsId() {
        UUID product = shop.product();
        UUID id = UuidV7.next();
        Map<String, Object> price = Shop.priceTag(product, null, "5.00", "EUR", "2026-01-01T00:00:00Z");
        Api.Answer first = api.put("/api/prices/" + id, price);
        Api.Answer again = api.put("/api/prices/" + id, price);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        price.put("validFrom", "2026-01-02T00:00:00Z");
        assertThat(api.put("/api/prices/" + id, price).problem()).isEqualTo("already-stored-differently");
        assertThat(api.get("/api/prices?productId=" + product).json().at("/items"))
                .hasSize(1);
    }

    @Test
    void pricesAndTaxRatesAreTold() {
        UUID product = shop.product();
        shop.price(product, null, "5.00", "EUR", "2026-01-01T00:00:00Z");
        long known = entry(shop.store("EUR", "IT"), product).at("/version").asLong();
        shop.taxRate("IT", "STANDARD", "22.00", "2013-10-01");
        await().untilAsserted(() -> assertThat(broker.received("pos.catalog.price", "catalog.price-changed.v1"))
                .anySatisfy(event -> {
                    assertThat(event.json().at("/productId").asString()).isEqualTo(product.toString());
                    Contract.of("catalog", "price-changed.v1").accepts(event.body());
                    assertThat(event.json().at("/bookVersion").asLong()).isEqualTo(known);
                }));
        await().untilAsserted(() -> assertThat(broker.received("pos.catalog.tax-rate", "catalog.tax-rate-changed.v1"))
                .anySatisfy(event -> {
                    assertThat(event.json().at("/country").asString()).isEqualTo("IT");
                    Contract.of("catalog", "tax-rate-changed.v1").accepts(event.body());
                    assertThat(event.json().at("/bookVersion").asLong()).isGreaterThan(known);
                }));
    }

    @Test
    void anotherStoresBookIsNotThere() {
        String store = shop.store("EUR", "DE");
        assertThat(api.as(Token.cashier(store)).get("/api/price-books/" + store).status())
                .isEqualTo(200);
        assertThat(api.as(Token.cashier("elsewhere"))
                        .get("/api/price-books/" + store)
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/price-books/nowhere").status()).isEqualTo(404);
    }

    @Test
    void everyExampleOfAStoreIsUnderstood() {
        JsonMapper json = new JsonMapper();
        for (byte[] example : Contract.of("order", "store-changed.v1").examples()) {
            String id = json.readTree(example).at("/id").asString();
            broker.publish("pos.order.store", "order.store-changed.v1", id, example);
            await().until(() -> api.get("/api/price-books/" + id).status() == 200);
        }
    }

    private Api.Answer put(Token token, Map<String, Object> price) {
        return api.as(token).put("/api/prices/" + UuidV7.next(), price);
    }

    private long readOn(String store, long after, Set<String> seen) {
        Api.Answer page = api.get("/api/price-books/" + store + "?limit=7&after=" + after);
        page.json().at("/items").forEach(item -> seen.add(item.at("/productId").asString()));
        long version = page.json().at("/version").asLong();
        return page.at("/nextCursor").isEmpty() ? version : readOn(store, version, seen);
    }

    private String price(String store, UUID product) {
        return entry(store, product).at("/price").asString("");
    }

    private JsonNode entry(String store, UUID product) {
        return shop.changes(store, 0).stream()
                .filter(change -> change.at("/productId").asString().equals(product.toString()))
                .findFirst()
                .orElseThrow();
    }
}
