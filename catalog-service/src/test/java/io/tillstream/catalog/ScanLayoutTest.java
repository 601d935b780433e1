package io.tillstream.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ScanLayoutTest {
    private final Api api;
    private final Shop shop;

    ScanLayoutTest(Api api, TestBroker broker) {
        this.api = api.as(Token.everything());
        this.shop = new Shop(api, broker);
    }

    @Test
    void aTillReadsLabelsAsItsStoreSaysAndElseAsAllStoresDo() {
        String berlin = shop.store("EUR", "DE");
        String hamburg = shop.store("EUR", "DE");
        Api.Answer known = api.get("/api/price-books/" + berlin + "?after=" + shop.bookVersion(berlin));
        keep(weight(null, "20"));
        keep(price(berlin, "20"));

        Api.Answer page = api.with("If-None-Match", known.header("ETag"))
                .get("/api/price-books/" + berlin + "?after=" + known.at("/version"));
        assertThat(page.status()).as("a layout is news").isEqualTo(200);
        assertThat(layouts(page, "20")).singleElement().satisfies(layout -> {
            assertThat(layout.at("/value").asString()).isEqualTo("PRICE");
            assertThat(layout.at("/itemDigits").asInt()).isEqualTo(4);
            assertThat(layout.at("/valueChecked").asBoolean()).isTrue();
            assertThat(layout.at("/decimals").asInt()).isEqualTo(2);
        });
        assertThat(layouts(api.get("/api/price-books/" + hamburg), "20"))
                .singleElement()
                .satisfies(layout -> assertThat(layout.at("/value").asString()).isEqualTo("WEIGHT"));
    }

    @Test
    void aLayoutIsChangedByThoseWhoReadItAndTakenOutOfUse() {
        String store = shop.store("EUR", "DE");
        UUID id = UuidV7.next();
        Map<String, Object> facts = weight(store, "21");
        assertThat(put(id, facts).status()).isEqualTo(201);
        assertThat(put(id, facts).status()).as("sent again").isEqualTo(200);
        assertThat(put(UuidV7.next(), facts).problem()).isEqualTo("scan-layout-prefix-taken");
        facts.put("active", false);
        assertThat(put(id, facts).status()).isEqualTo(412);

        Api.Answer changed = api.with("If-Match", "\"0\"").put("/api/scan-layouts/" + id, facts);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(layouts(api.get("/api/price-books/" + store), "21")).isEmpty();
        assertThat(put(UuidV7.next(), weight(store, "21")).status()).isEqualTo(201);
    }

    @Test
    void aLayoutThatNoScaleCanPrintIsRefusedAtItsField() {
        Map<String, Object> tooLong = weight(null, "22");
        tooLong.put("itemDigits", 6);
        assertThat(put(UuidV7.next(), tooLong).at("/errors/0/pointer")).isEqualTo("/itemDigits");
        Map<String, Object> checked = price(null, "22");
        checked.put("itemDigits", 3);
        checked.put("valueDigits", 6);
        assertThat(put(UuidV7.next(), checked).at("/errors/0/pointer")).isEqualTo("/valueChecked");
        assertThat(put(UuidV7.next(), weight(null, "30")).at("/errors/0/pointer"))
                .isEqualTo("/prefix");
    }

    @Test
    void managersDecideForTheirStoresAndBuyersForAll() {
        String store = shop.store("EUR", "DE");
        assertThat(as(Token.manager(store), weight(store, "23")).status()).isEqualTo(201);
        assertThat(as(Token.manager(store), weight(null, "23")).problem()).isEqualTo("not-your-store");
        assertThat(as(Token.manager("elsewhere"), weight(store, "24")).problem())
                .isEqualTo("not-your-store");
        assertThat(as(Token.buyer(), weight(null, "23")).status()).isEqualTo(201);
        assertThat(as(Token.cashier(store), weight(store, "25")).status()).isEqualTo(403);
    }

    private static Map<String, Object> weight(@Nullable String store, String prefix) {
        Map<String, Object> layout = new LinkedHashMap<>();
        layout.put("storeId", store);
        layout.put("prefix", prefix);
        layout.put("itemDigits", 5);
        layout.put("valueDigits", 5);
        layout.put("valueChecked", false);
        layout.put("value", "WEIGHT");
        layout.put("decimals", 3);
        layout.put("active", true);
        return layout;
    }

    private static Map<String, Object> price(@Nullable String store, String prefix) {
        Map<String, Object> layout = weight(store, prefix);
        layout.put("itemDigits", 4);
        layout.put("valueChecked", true);
        layout.put("value", "PRICE");
        layout.put("decimals", 2);
        return layout;
    }

    private void keep(Map<String, Object> layout) {
        assertThat(put(UuidV7.next(), layout).status()).isEqualTo(201);
    }

    private Api.Answer put(UUID id, Map<String, Object> layout) {
        return api.put("/api/scan-layouts/" + id, layout);
    }

    private Api.Answer as(Token token, Map<String, Object> layout) {
        return api.as(token).put("/api/scan-layouts/" + UuidV7.next(), layout);
    }

    private static List<JsonNode> layouts(Api.Answer page, String prefix) {
        return page.json()
                .at("/scanLayouts")
                .valueStream()
                .filter(layout -> layout.at("/prefix").asString().equals(prefix))
                .toList();
    }
}
