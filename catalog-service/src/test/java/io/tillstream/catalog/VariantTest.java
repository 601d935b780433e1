package io.tillstream.catalog;

import static io.tillstream.catalog.Shop.espresso;
import static io.tillstream.catalog.Shop.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServiceTest
class VariantTest {
    private final Api api;
    private final Shop shop;

    VariantTest(Api api, TestBroker broker) {
        this.api = api.as(Token.everything());
        this.shop = new Shop(api, broker);
    }

    @Test
    void aVariantReachesTheTillsWithItsFamilyAndItsPlaceAmongTheValues() {
        String store = shop.store("EUR", "DE");
        UUID family = family("S", "M", "L");
        UUID medium = variant(family, "M");
        long before = shop.bookVersion(store);
        Map<String, Object> renamed = facts("S", "M", "L");
        Api.Answer kept = api.with("If-Match", "\"0\"").put("/api/product-families/" + family, renamed);
        assertThat(kept.header("ETag")).as(kept.toString()).isEqualTo("\"1\"");

        assertThat(shop.changes(store, before))
                .as("a family that changes is news of its variants")
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.at("/productId").asString()).isEqualTo(medium.toString());
                    assertThat(change.at("/variant/familyId").asString()).isEqualTo(family.toString());
                    assertThat(change.at("/variant/family").asString())
                            .isEqualTo(renamed.get("name").toString());
                    JsonNode size = change.at("/variant/options/0");
                    assertThat(size.at("/name").asString()).isEqualTo("Size");
                    assertThat(size.at("/value").asString()).isEqualTo("M");
                    assertThat(size.at("/place").asInt()).isEqualTo(2);
                });
        assertThat(api.get("/api/products/" + medium).at("/options/Size")).isEqualTo("M");
    }

    @Test
    void aVariantHasOneValueOfEachOptionAndNoTwin() {
        UUID family = family("S", "M");
        UUID small = variant(family, "S");
        assertThat(put(UuidV7.next(), shirt(family, "XL")).at("/detail")).contains("Size", "S, M", "not XL");
        assertThat(put(UuidV7.next(), shirt(family, "S")).at("/detail")).contains("Espresso 250 g");
        Map<String, Object> without = shirt(family, "S");
        without.put("options", Map.of());
        assertThat(put(UuidV7.next(), without).at("/errors/0/pointer")).isEqualTo("/options");
        Map<String, Object> loose = shirt(family, "S");
        loose.put("familyId", null);
        assertThat(put(UuidV7.next(), loose).problem()).isEqualTo("variant-not-valid");
        assertThat(put(UuidV7.next(), shirt(UuidV7.next(), "S")).at("/errors/0/pointer"))
                .isEqualTo("/familyId");

        Map<String, Object> retired = shirt(family, "S");
        retired.put("status", "INACTIVE");
        assertThat(api.with("If-Match", "\"0\"")
                        .put("/api/products/" + small, retired)
                        .status())
                .isEqualTo(200);
        assertThat(put(UuidV7.next(), shirt(family, "S")).status()).isEqualTo(201);
    }

    @Test
    void aFamilyKeepsTheValuesOfItsVariants() {
        UUID family = family("S", "M");
        variant(family, "M");
        Api.Answer refused = api.with("If-Match", "\"0\"").put("/api/product-families/" + family, facts("S", "L"));
        assertThat(refused.problem()).isEqualTo("product-family-not-valid");
        assertThat(refused.at("/detail")).contains("ESP-");
        assertThat(api.get("/api/product-families/" + family).at("/options/0/values/1"))
                .isEqualTo("M");

        Map<String, Object> twice = facts("S", "S");
        assertThat(api.put("/api/product-families/" + UuidV7.next(), twice).at("/errors/0/pointer"))
                .isEqualTo("/options/0/values/1");
        Map<String, Object> taken = facts("S");
        taken = Map.of(
                "name", api.get("/api/product-families/" + family).at("/name").toUpperCase(java.util.Locale.ROOT),
                "options", taken.get("options"));
        assertThat(api.put("/api/product-families/" + UuidV7.next(), taken).problem())
                .isEqualTo("product-family-name-taken");
        assertThat(api.put("/api/product-families/" + family, facts("S", "M")).status())
                .isEqualTo(412);
    }

    private UUID family(String... sizes) {
        UUID id = UuidV7.next();
        Api.Answer made = api.put("/api/product-families/" + id, facts(sizes));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return id;
    }

    private static Map<String, Object> facts(String... sizes) {
        return Map.of("name", fresh("T-shirt"), "options", List.of(Map.of("name", "Size", "values", List.of(sizes))));
    }

    private UUID variant(UUID family, String size) {
        UUID id = UuidV7.next();
        Api.Answer made = put(id, shirt(family, size));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return id;
    }

    private static Map<String, Object> shirt(UUID family, String size) {
        Map<String, Object> facts = espresso(fresh("ESP"));
        facts.put("familyId", family);
        facts.put("options", Map.of("Size", size));
        return facts;
    }

    private Api.Answer put(UUID id, Map<String, Object> facts) {
        return api.put("/api/products/" + id, facts);
    }
}
