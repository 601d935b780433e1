package io.tillstream.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class ChangeSetTest {
    private static final String LONG_AGO = "2026-01-01T00:00:00Z";
    private static final String SUMMER = "2027-06-01T06:00:00";
    private static final String SUMMER_IN_BERLIN = "2027-06-01T04:00:00Z";

    private final Api anyone;
    private final Api api;
    private final TestBroker broker;
    private final Shop shop;
    private final JdbcClient jdbc;

    ChangeSetTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.anyone = api;
        this.api = api.as(Token.everything());
        this.broker = broker;
        this.shop = new Shop(api, broker);
        this.jdbc = jdbc;
    }

    @Test
    void whatThePreviewShowsIsWhatTheTillsGet() {
        String store = shop.store("EUR", "DE");
        UUID coffee = priced("5.00");
        UUID screws = priced("0.0125");
        UUID same = priced("0.01");
        UUID unpriced = shop.product();
        UUID set = draft(percent("5", coffee, screws, same, unpriced));

        Api.Answer preview = preview(set);
        Api.Answer applied = apply(set, Map.of("preview", preview.at("/summary/fingerprint")));

        assertThat(prices(preview))
                .containsExactlyInAnyOrderEntriesOf(map(
                        coffee,
                        "CHANGES 5.00 5.25",
                        screws,
                        "CHANGES 0.0125 0.0131",
                        same,
                        "UNCHANGED 0.01 0.01",
                        unpriced,
                        "NO_PRICE - -"));
        assertThat(preview.at("/summary/products")).isEqualTo("4");
        assertThat(preview.at("/summary/averageChange")).isEqualTo("4.90");
        assertThat(applied.status()).as(applied.toString()).isEqualTo(200);
        assertThat(applied.at("/state")).isEqualTo("APPLIED");
        assertThat(applied.at("/lines")).isEqualTo("2");
        assertThat(applied.at("/history/1/byName")).isEqualTo("till-cli");
        assertThat(shelfPrice(store, coffee)).isEqualTo("5.25");
        assertThat(shelfPrice(store, screws)).isEqualTo("0.0131");
        assertThat(shelfPrice(store, same)).isEqualTo("0.01");
        await().untilAsserted(() -> assertThat(pricesPublished(coffee)).hasSize(2));
        pricesPublished(coffee)
                .forEach(event -> Contract.of("catalog", "price-changed.v1").accepts(event.body()));
    }

    @Test
    void aReversalSetsBackWhatStoodBeforeAndNamesWhatSomebodyHasChangedSince() {
        String store = shop.store("EUR", "DE");
        UUID coffee = priced("5.00");
        UUID tea = priced("3.00");
        UUID fresh = shop.product();
        UUID raised = applied(percent("10", coffee, tea));
        UUID set = applied(edit("SET", Map.of("value", "7.00"), coffee, tea, fresh));
        shop.price(tea, null, "6.50", "EUR", now());

        Api.Answer reverted = api.put("/api/change-sets/" + set + "/reversal", "");
        Api.Answer again = api.put("/api/change-sets/" + set + "/reversal", "");

        assertThat(reverted.status()).as(reverted.toString()).isEqualTo(200);
        assertThat(reverted.at("/state")).isEqualTo("REVERTED");
        assertThat(reverted.at("/left")).isEqualTo("1");
        assertThat(again.text()).isEqualTo(reverted.text());
        Api.Answer left = api.get("/api/change-sets/" + set + "/lines?left=true");
        assertThat(left.json().at("/items").findValuesAsString("productId")).containsExactly(tea.toString());
        assertThat(left.at("/items/0/state")).isEqualTo("CHANGED_SINCE");
        assertThat(shelfPrice(store, coffee)).isEqualTo("5.50");
        assertThat(shelfPrice(store, tea)).isEqualTo("6.50");
        assertThat(shelfPrice(store, fresh)).as("it had no price").isEmpty();

        api.put("/api/change-sets/" + raised + "/reversal", "");

        assertThat(shelfPrice(store, coffee)).isEqualTo("5.00");
    }

    @Test
    void aStoreWithoutItsOwnPriceChangesWhatItChargesSoFar() {
        String store = shop.store("EUR", "DE");
        String other = shop.store("EUR", "DE");
        UUID coffee = priced("5.00");
        UUID tea = priced("3.00");
        shop.price(tea, store, "2.00", "EUR", LONG_AGO);
        Map<String, Object> dearer = edit("PERCENT", Map.of("value", "10", "storeId", store), coffee, tea);

        Api.Answer preview = previewOf(dearer);
        assertThat(prices(preview)).isEqualTo(map(coffee, "CHANGES 5.00 5.50", tea, "CHANGES 2.00 2.20"));
        assertThat(notes(preview, coffee)).containsExactly("FIRST_OF_STORE");
        assertThat(notes(preview, tea)).isEmpty();
        UUID set = applied(dearer);
        assertThat(shelfPrice(store, coffee)).isEqualTo("5.50");
        assertThat(shelfPrice(other, coffee)).isEqualTo("5.00");

        api.put("/api/change-sets/" + set + "/reversal", "");

        assertThat(shelfPrice(store, coffee)).isEqualTo("5.00");
        assertThat(shelfPrice(store, tea)).isEqualTo("2.00");
    }

    @Test
    void pricesThatHaveBegunAreSetBackFromNowOnAndStayInTheHistory() {
        String store = shop.store("EUR", "DE");
        UUID coffee = priced("5.00");
        UUID fresh = shop.product();
        UUID set = applied(edit("SET", Map.of("value", "7.00"), coffee, fresh));
        anHourAgo(set);

        api.put("/api/change-sets/" + set + "/reversal", "");

        assertThat(shelfPrice(store, coffee)).isEqualTo("5.00");
        assertThat(shelfPrice(store, fresh)).isEmpty();
        assertThat(api.get("/api/prices?productId=" + coffee)
                        .json()
                        .at("/items")
                        .findValuesAsString("amount"))
                .containsExactly("5.00", "7.00", "5.00");
        assertThat(api.get("/api/prices?productId=" + coffee).at("/items/1/endsAt"))
                .isNotEmpty();
    }

    @Test
    void aScheduledSetIsKnownToTheTillsBeforeItBeginsAndIsTakenBackWithoutATrace() {
        String store = shop.store("EUR", "DE");
        UUID coffee = priced("5.00");
        UUID planned = priced("3.00");
        shop.price(planned, null, "3.33", "EUR", SUMMER_IN_BERLIN);
        UUID set = draft(percent("10", coffee, planned));

        Api.Answer preview = api.get("/api/change-sets/" + set + "/preview?at=" + SUMMER + "&storeId=" + store);
        Api.Answer scheduled = apply(set, Map.of("at", SUMMER, "storeId", store));

        assertThat(notes(preview, planned)).containsExactly("REPLACES_SCHEDULED");
        assertThat(scheduled.status()).as(scheduled.toString()).isEqualTo(200);
        assertThat(scheduled.at("/state")).isEqualTo("SCHEDULED");
        assertThat(scheduled.at("/appliesAt")).isEqualTo(SUMMER_IN_BERLIN);
        assertThat(priceBook(store, coffee)).containsExactly("5.00 " + LONG_AGO, "5.50 " + SUMMER_IN_BERLIN);
        assertThat(priceBook(store, planned)).containsExactly("3.00 " + LONG_AGO, "3.66 " + SUMMER_IN_BERLIN);
        assertThat(apply(set, Map.of("at", SUMMER, "storeId", store)).text()).isEqualTo(scheduled.text());
        assertThat(apply(set, Map.of()).problem()).isEqualTo("change-set-not-draft");

        api.put("/api/change-sets/" + set + "/reversal", "");

        assertThat(priceBook(store, coffee)).containsExactly("5.00 " + LONG_AGO);
        assertThat(priceBook(store, planned)).containsExactly("3.00 " + LONG_AGO, "3.33 " + SUMMER_IN_BERLIN);
    }

    @Test
    void nothingIsChangedWhenOneLineFailsUnlessTheOthersAreAskedFor() {
        String store = shop.store("EUR", "DE");
        UUID coffee = priced("5.00");
        UUID cheap = priced("0.50");
        UUID onOffer = priced("9.00");
        offer(onOffer, "8.00");
        UUID set = draft(edit("AMOUNT", Map.of("value", "-1"), coffee, cheap, onOffer));

        Api.Answer preview = api.get("/api/change-sets/" + set + "/preview?show=FAILS");
        Api.Answer refused = apply(set, Map.of());

        assertThat(prices(preview)).containsOnlyKeys(cheap, onOffer);
        assertThat(notes(preview, cheap)).containsExactly("NEGATIVE");
        assertThat(notes(preview, onOffer)).containsExactly("FIXED_PRICE");
        assertThat(refused.problem()).as(refused.toString()).isEqualTo("change-set-lines-fail");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/products/" + cheap, "/products/" + onOffer);
        assertThat(shelfPrice(store, coffee)).isEqualTo("5.00");
        assertThat(api.get("/api/change-sets/" + set).at("/state")).isEqualTo("DRAFT");

        assertThat(apply(set, Map.of("acceptGood", true)).at("/lines")).isEqualTo("1");
        assertThat(shelfPrice(store, coffee)).isEqualTo("4.00");
        assertThat(shelfPrice(store, cheap)).isEqualTo("0.50");
    }

    @Test
    void twoManagersDoNotOverwriteEachOtherAndNobodyAppliesWhatTheyHaveNotSeen() {
        UUID coffee = priced("5.00");
        UUID set = UuidV7.next();
        Map<String, Object> five = percent("5", coffee);
        Map<String, Object> ten = percent("10", coffee);

        Api.Answer made = api.put("/api/change-sets/" + set, five);
        Api.Answer again = api.put("/api/change-sets/" + set, five);
        Api.Answer changed = api.with("If-Match", "\"0\"").put("/api/change-sets/" + set, ten);

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(made.text());
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(api.with("If-Match", "\"0\"")
                        .put("/api/change-sets/" + set, five)
                        .status())
                .isEqualTo(412);
        assertThat(api.put("/api/change-sets/" + set, five).status()).isEqualTo(412);
        assertThat(api.with("If-Match", "\"0\"")
                        .put("/api/change-sets/" + set + "/application", Map.of())
                        .status())
                .isEqualTo(412);
        String seen = preview(set).at("/summary/fingerprint");
        shop.price(coffee, null, "6.00", "EUR", now());
        assertThat(apply(set, Map.of("preview", seen)).problem()).isEqualTo("preview-outdated");
        assertThat(apply(set, Map.of()).status()).isEqualTo(200);
        assertThat(api.with("If-Match", "\"2\"")
                        .put("/api/change-sets/" + set, five)
                        .problem())
                .isEqualTo("change-set-not-draft");
    }

    @Test
    void costAndTaxMakeMarginsAndWarnBelowCost() {
        String store = shop.store("EUR", "NL");
        shop.taxRate("NL", "STANDARD", "25", "2020-01-01");
        UUID coffee = shop.product();
        shop.price(coffee, store, "5.00", "EUR", LONG_AGO);
        buy(coffee, "3.00", "2026-02-01T00:00:00Z");
        buy(coffee, "9.99", "2026-01-01T00:00:00Z");
        UUID unknown = shop.product();
        shop.price(unknown, store, "5.00", "EUR", LONG_AGO);
        Map<String, Object> terms = edit("PERCENT", Map.of("value", "-50", "storeId", store), coffee, unknown);

        await().untilAsserted(() ->
                assertThat(previewOf(terms).at("/summary/costKnown")).isEqualTo("1"));
        Api.Answer preview = previewOf(terms);
        JsonNode line = line(preview, coffee);

        assertThat(line.at("/cost").asString()).isEqualTo("3.00");
        assertThat(line.at("/marginBefore").asString())
                .as("5.00 is 4.00 without tax")
                .isEqualTo("25.0");
        assertThat(line.at("/marginAfter").asString()).isEqualTo("-50.0");
        assertThat(notes(preview, coffee)).containsExactly("BELOW_COST");
        assertThat(line(preview, unknown).at("/marginAfter").isNull()).isTrue();
        assertThat(preview.at("/summary/profitBefore")).isEqualTo("1.00");
        assertThat(preview.at("/summary/profitAfter")).isEqualTo("-1.00");
        assertThat(preview.at("/summary/belowCost")).isEqualTo("1");
    }

    @Test
    void productsAreFoundByCategoryWithThoseBelowBrandListAndWords() {
        UUID food = UuidV7.next();
        UUID tea = UuidV7.next();
        api.put("/api/categories/" + food, "{\"name\": \"%s\", \"parentId\": null}".formatted(Shop.fresh("Food")));
        api.put("/api/categories/" + tea, "{\"name\": \"Tea\", \"parentId\": \"%s\"}".formatted(food));
        String brand = Shop.fresh("Illy");
        UUID green = product("Green tea", brand, tea);
        UUID black = product("Black tea", brand, tea);
        UUID bread = product("Bread", null, food);
        UUID list = list();
        setPrice(green, list, "0", "4.00");
        setPrice(green, list, "6", "3.00");

        assertThat(found(Map.of("categories", List.of(food)))).containsExactlyInAnyOrder(green, black, bread);
        assertThat(found(Map.of("categories", List.of(food), "exceptProducts", List.of(bread))))
                .containsExactlyInAnyOrder(green, black);
        assertThat(found(Map.of("brands", List.of(brand.toUpperCase(Locale.ROOT)))))
                .containsExactlyInAnyOrder(green, black);
        assertThat(found(Map.of("brands", List.of(brand), "search", "tea GREE")))
                .containsExactly(green);
        assertThat(found(Map.of("priceListId", list))).containsExactly(green);
        Map<String, Object> ofList = edit("PERCENT", Map.of("value", "10", "priceListId", list), green);
        assertThat(previewOf(ofList).json().at("/items").findValuesAsString("priceAfter"))
                .as("for every quantity")
                .containsExactly("4.40", "3.30");
    }

    @Test
    void fieldsAreChangedAndSetBackAndACodeGivenAwayMeanwhileIsNotTakenAgain() {
        String code = Shop.freshBarcode();
        UUID sold = shop.product(code);
        UUID kept = shop.product(Shop.freshBarcode());
        UUID set = applied(edit("STATUS", Map.of("status", "INACTIVE"), sold, kept));
        assertThat(api.get("/api/barcodes/" + code).status()).isEqualTo(404);
        UUID heir = shop.product(code);

        Api.Answer back = preview(draft(edit("STATUS", Map.of("status", "ACTIVE"), sold, kept)));
        Api.Answer reverted = api.put("/api/change-sets/" + set + "/reversal", "");

        assertThat(notes(back, sold)).containsExactly("BARCODE_TAKEN");
        assertThat(reverted.at("/left")).isEqualTo("1");
        assertThat(api.get("/api/products/" + kept).at("/status")).isEqualTo("ACTIVE");
        assertThat(api.get("/api/products/" + sold).at("/status")).isEqualTo("INACTIVE");
        assertThat(api.get("/api/barcodes/" + code).at("/id")).isEqualTo(heir.toString());
        await().untilAsserted(() -> assertThat(productsPublished(kept)).hasSize(3));
    }

    @Test
    void fieldsOfAScheduledSetChangeWhenTheirMomentComes() {
        String store = shop.store("EUR", "DE");
        UUID wine = shop.product();
        UUID changedMeanwhile = shop.product();
        UUID set = draft(edit("AGE_LIMIT", Map.of("ageLimit", 18), wine, changedMeanwhile));
        assertThat(apply(set, Map.of("at", SUMMER, "storeId", store)).at("/state"))
                .isEqualTo("SCHEDULED");
        assertThat(api.get("/api/products/" + wine).at("/ageLimit")).isEmpty();
        Map<String, Object> sixteen = Shop.espresso(Shop.fresh("ESP"));
        sixteen.put("ageLimit", 16);
        api.with("If-Match", "\"0\"").put("/api/products/" + changedMeanwhile, sixteen);

        jdbc.sql("update change_set set applies_at = now() where id = ?")
                .param(set)
                .update();

        await().untilAsserted(() ->
                assertThat(api.get("/api/change-sets/" + set).at("/state")).isEqualTo("APPLIED"));
        assertThat(api.get("/api/products/" + wine).at("/ageLimit")).isEqualTo("18");
        assertThat(api.get("/api/products/" + changedMeanwhile).at("/ageLimit")).isEqualTo("18");
        api.put("/api/change-sets/" + set + "/reversal", "");
        assertThat(api.get("/api/products/" + wine).at("/ageLimit")).isEmpty();
        assertThat(api.get("/api/products/" + changedMeanwhile).at("/ageLimit")).isEqualTo("16");
    }

    @Test
    void aScheduledSetThatCannotBeginIsADraftAgainAndSaysWhy() {
        String store = shop.store("EUR", "DE");
        String code = Shop.freshBarcode();
        UUID back = shop.product(code);
        UUID other = shop.product();
        applied(edit("STATUS", Map.of("status", "INACTIVE"), back, other));
        UUID set = draft(edit("STATUS", Map.of("status", "ACTIVE"), back, other));
        assertThat(apply(set, Map.of("at", SUMMER, "storeId", store)).at("/lines"))
                .isEqualTo("2");
        shop.product(code);

        jdbc.sql("update change_set set applies_at = now() where id = ?")
                .param(set)
                .update();

        await().untilAsserted(() ->
                assertThat(api.get("/api/change-sets/" + set).at("/state")).isEqualTo("DRAFT"));
        Api.Answer draft = api.get("/api/change-sets/" + set);
        assertThat(draft.at("/problem")).contains("its barcode now belongs to");
        assertThat(draft.at("/lines")).isEqualTo("0");
        assertThat(draft.json().at("/appliesAt").isNull()).isTrue();
        assertThat(api.get("/api/products/" + other).at("/status"))
                .as("nothing is half done")
                .isEqualTo("INACTIVE");
    }

    @Test
    void everyExampleOfAPurchaseOrderIsReadAndTellsACostOnceHoweverOftenItComes() {
        UUID bySku = UuidV7.next();
        Map<String, Object> cup = Shop.espresso("CUP-S");
        assertThat(api.put("/api/products/" + bySku, cup).status()).isEqualTo(201);

        for (int times = 0; times < 2; times++) {
            for (byte[] example :
                    Contract.of("order", "purchase-order-placed.v1").examples()) {
                broker.publish(
                        "pos.order.purchase-order",
                        "order.purchase-order-placed.v1",
                        UuidV7.next().toString(),
                        example);
            }
        }

        await().untilAsserted(() -> assertThat(costs(bySku)).containsExactly("1.8750 EUR PO-100042"));
        assertThat(broker.received("pos.order.purchase-order.dlq", "order.purchase-order-placed.v1"))
                .isEmpty();
    }

    private List<String> costs(UUID product) {
        return jdbc.sql(
                        "select unit_cost || ' ' || currency || ' ' || purchase_order from product_cost where product_id = ?")
                .param(product)
                .query(String.class)
                .list();
    }

    @Test
    void moreThanTwentyThousandProductsAreRefusedBeforeAnythingIsDone() {
        String brand = Shop.fresh("Many");
        jdbc.sql("""
                        insert into product (id, sku, name, brand, unit, tax_category, stock_tracked, status, version)
                        select gen_random_uuid(), ? || n, 'One of many', ?, 'PIECE', 'STANDARD', true, 'ACTIVE', 0
                        from generate_series(1, 20001) n""").params(brand, brand).update();
        Map<String, Object> terms = edit("SET", Map.of("value", "1.00"));
        terms.put("selection", selection(Map.of("brands", List.of(brand))));

        Api.Answer refused = previewOf(terms);

        assertThat(refused.problem()).as(refused.toString()).isEqualTo("change-set-not-valid");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/selection");
        jdbc.sql("delete from product where brand = ?").param(brand).update();
    }

    @ParameterizedTest
    @CsvSource({
        "value, '\"0\"', 422, /edit/value",
        "value, '\"-100\"', 422, /edit/value",
        "value, '\"cheap\"', 400, /edit/value",
        "value, '\"1.00001\"', 400, /edit/value",
        "value, 'null', 422, /edit/value",
        "currency, 'null', 422, /edit/currency",
        "currency, '\"XXY\"', 422, /edit/currency",
        "storeId, '\"nowhere\"', 422, /edit/storeId",
        "priceListId, '\"0199c0de-0000-7000-8000-00000000dead\"', 422, /edit/priceListId",
        "status, '\"ACTIVE\"', 422, /edit/status",
        "rounding, '{\"form\":\"STEP\",\"value\":\"0\",\"towards\":\"UP\"}', 400, /edit/rounding/value",
    })
    void anEditThatContradictsItselfIsRefusedByPlace(String field, String json, int status, String pointer) {
        Map<String, Object> terms = percent("5", UuidV7.next());
        @SuppressWarnings("unchecked")
        Map<String, Object> edit = (Map<String, Object>) terms.get("edit");
        edit.put(field, new JsonMapper().readTree(json));

        Api.Answer refused = api.put("/api/change-sets/" + UuidV7.next(), terms);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.at("/errors/0/pointer")).as(refused.toString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01T06:00:00, past", "2027-03-28T02:30:00, forward", "2099-01-01T06:00:00, years"})
    void aMomentThatNoClockShowsIsRefused(String at, String word) {
        String store = shop.store("EUR", "DE");

        Api.Answer refused = apply(draft(percent("5", priced("5.00"))), Map.of("at", at, "storeId", store));

        assertThat(refused.at("/errors/0/pointer")).as(refused.toString()).isEqualTo("/at");
        assertThat(refused.at("/errors/0/detail")).contains(word);
    }

    @Test
    void aManagerPricesInTheirOwnStoresOnlyAndACashierDoesNotSeeCosts() {
        String store = shop.store("EUR", "DE");
        String other = shop.store("EUR", "DE");
        UUID coffee = priced("5.00");
        Map<String, Object> theirs = edit("SET", Map.of("value", "4.00", "storeId", store), coffee);
        Api manager = anyone.as(Token.manager(store));
        UUID set = UuidV7.next();

        assertThat(manager.put("/api/change-sets/" + set, theirs).status()).isEqualTo(201);
        assertThat(manager.put("/api/change-sets/" + UuidV7.next(), percent("5", coffee))
                        .problem())
                .isEqualTo("not-your-store");
        Api stranger = anyone.as(Token.manager(other));
        assertThat(stranger.get("/api/change-sets/" + set).status()).isEqualTo(404);
        assertThat(stranger.get("/api/change-sets?limit=500").text()).doesNotContain(set.toString());
        assertThat(stranger.with("If-Match", "\"0\"")
                        .put("/api/change-sets/" + set + "/application", Map.of())
                        .problem())
                .isEqualTo("not-your-store");
        assertThat(anyone.as(Token.cashier(store))
                        .get("/api/change-sets/" + set + "/preview")
                        .problem())
                .isEqualTo("role-required");
        assertThat(manager.get("/api/change-sets?state=DRAFT&limit=500").text()).contains(set.toString());
    }

    private UUID priced(String amount) {
        UUID product = shop.product();
        shop.price(product, null, amount, "EUR", LONG_AGO);
        return product;
    }

    private void offer(UUID product, String amount) {
        Map<String, Object> price = Shop.priceTag(product, null, amount, "EUR", LONG_AGO.replace("-01-01", "-02-01"));
        price.put("validUntil", "2099-01-01T00:00:00Z");
        assertThat(api.put("/api/prices/" + UuidV7.next(), price).status()).isEqualTo(201);
    }

    private void setPrice(UUID product, UUID list, String minimum, String amount) {
        Map<String, Object> price = Shop.priceTag(product, null, amount, "EUR", LONG_AGO);
        price.put("priceListId", list);
        price.put("minimumQuantity", minimum);
        assertThat(api.put("/api/prices/" + UuidV7.next(), price).status()).isEqualTo(201);
    }

    private UUID product(String name, String brand, UUID category) {
        Map<String, Object> facts = Shop.espresso(Shop.fresh("ESP"));
        facts.put("name", name);
        facts.put("brand", brand);
        facts.put("categoryId", category);
        UUID id = UuidV7.next();
        assertThat(api.put("/api/products/" + id, facts).status()).isEqualTo(201);
        return id;
    }

    private UUID list() {
        UUID id = UuidV7.next();
        Api.Answer made = api.put("/api/price-lists/" + id, """
                {"name": "Regulars", "currency": "EUR", "priority": 10, "stores": [], "customerGroups": ["REGULAR"],
                 "active": true, "window": {"from": null, "until": null}}""");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return id;
    }

    private void buy(UUID product, String unitCost, String placedAt) {
        String body = """
                {"id": "%s", "number": "PO-1", "supplierId": "%s", "locationId": "berlin", "currency": "EUR",
                 "expectedDate": null, "total": "1.00", "placedAt": "%s", "placedBy": "mara", "lines": [
                   {"lineNo": 1, "productId": "%s", "sku": "x", "name": "x", "quantity": "1", "unitCost": "%s",
                    "amount": "1.00"}]}""".formatted(UuidV7.next(), UuidV7.next(), placedAt, product, unitCost);
        Contract.of("order", "purchase-order-placed.v1").accepts(body.getBytes(StandardCharsets.UTF_8));
        broker.publish(
                "pos.order.purchase-order",
                "order.purchase-order-placed.v1",
                UuidV7.next().toString(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> percent(String value, UUID... products) {
        return edit("PERCENT", Map.of("value", value), products);
    }

    private static Map<String, Object> edit(String kind, Map<String, Object> facts, UUID... products) {
        Map<String, Object> edit = new LinkedHashMap<>();
        edit.put("kind", kind);
        if (facts.containsKey("value")) {
            edit.put("currency", "EUR");
        }
        edit.putAll(facts);
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("name", "Autumn");
        terms.put("selection", selection(Map.of("products", List.of(products))));
        terms.put("edit", edit);
        return terms;
    }

    private static Map<String, Object> selection(Map<String, Object> conditions) {
        Map<String, Object> selection = new LinkedHashMap<>();
        for (String list : List.of("categories", "brands", "products", "exceptProducts")) {
            selection.put(list, List.of());
        }
        selection.putAll(conditions);
        return selection;
    }

    private List<UUID> found(Map<String, Object> conditions) {
        Map<String, Object> terms = edit("SET", Map.of("value", "1.00"));
        terms.put("selection", selection(conditions));
        Api.Answer preview = previewOf(terms);
        assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
        return preview.json()
                .at("/items")
                .valueStream()
                .map(line -> UUID.fromString(line.at("/productId").stringValue()))
                .toList();
    }

    private UUID draft(Map<String, Object> terms) {
        UUID id = UuidV7.next();
        Api.Answer made = api.put("/api/change-sets/" + id, terms);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return id;
    }

    private UUID applied(Map<String, Object> terms) {
        UUID id = draft(terms);
        Api.Answer applied = apply(id, Map.of());
        assertThat(applied.status()).as(applied.toString()).isEqualTo(200);
        return id;
    }

    private Api.Answer apply(UUID set, Map<String, Object> request) {
        String tag = api.get("/api/change-sets/" + set).header("ETag");
        return api.with("If-Match", tag).put("/api/change-sets/" + set + "/application", request);
    }

    private Api.Answer preview(UUID set) {
        return api.get("/api/change-sets/" + set + "/preview");
    }

    private Api.Answer previewOf(Map<String, Object> terms) {
        return api.post("/api/change-sets/previews", terms);
    }

    private static Map<UUID, String> prices(Api.Answer preview) {
        Map<UUID, String> prices = new LinkedHashMap<>();
        preview.json()
                .at("/items")
                .forEach(line -> prices.put(
                        UUID.fromString(line.at("/productId").stringValue()),
                        line.at("/outcome").stringValue() + " " + text(line.at("/priceBefore")) + " "
                                + text(line.at("/priceAfter"))));
        return prices;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "-" : value.stringValue();
    }

    private static Map<UUID, String> map(Object... entries) {
        Map<UUID, String> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((UUID) entries[i], (String) entries[i + 1]);
        }
        return map;
    }

    private static JsonNode line(Api.Answer preview, UUID product) {
        return preview.json()
                .at("/items")
                .valueStream()
                .filter(line -> line.at("/productId").stringValue().equals(product.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> notes(Api.Answer preview, UUID product) {
        return line(preview, product).at("/notes").findValuesAsString("note");
    }

    private String shelfPrice(String store, UUID product) {
        JsonNode price = entry(store, product).at("/price");
        return price.isNull() ? "" : price.stringValue();
    }

    private List<String> priceBook(String store, UUID product) {
        return entry(store, product)
                .at("/prices")
                .valueStream()
                .map(price -> price.at("/amount").stringValue() + " "
                        + price.at("/validFrom").stringValue())
                .toList();
    }

    private JsonNode entry(String store, UUID product) {
        return shop.changes(store, 0).stream()
                .filter(change -> change.at("/productId").stringValue().equals(product.toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<TestBroker.Received> pricesPublished(UUID product) {
        return broker.received("pos.catalog.price", "catalog.price-changed.v1").stream()
                .filter(event -> event.json().at("/productId").stringValue().equals(product.toString()))
                .toList();
    }

    private List<TestBroker.Received> productsPublished(UUID product) {
        return broker.received("pos.catalog.product", "catalog.product-changed.v1").stream()
                .filter(event -> event.key().equals(product.toString()))
                .toList();
    }

    private static String now() {
        return Clock.systemUTC().instant().toString();
    }

    /** As if the set had been applied earlier. */
    private void anHourAgo(UUID set) {
        jdbc.sql("update change_set set applies_at = applies_at - interval '1 hour' where id = ?")
                .param(set)
                .update();
        jdbc.sql("""
                        update price set valid_from = change_set.applies_at
                        from change_set_line line join change_set on change_set.id = line.change_set_id
                        where line.change_set_id = ? and price.product_id = line.product_id
                          and price.amount = line.price_after""").param(set).update();
        jdbc.sql("""
                        update price set counts_until = change_set.applies_at
                        from change_set_line line join change_set on change_set.id = line.change_set_id
                        where line.change_set_id = ? and price.product_id = line.product_id
                          and price.amount = line.price_before""").param(set).update();
    }
}
