package io.tillstream.catalog;

import static io.tillstream.catalog.Shop.espresso;
import static io.tillstream.catalog.Shop.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ProductHistoryTest {
    private final Api api;
    private final Api buyer;
    private final Shop shop;
    private final JdbcClient jdbc;

    ProductHistoryTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.api = api.as(Token.everything());
        this.buyer = api.as(Token.buyer());
        this.shop = new Shop(api, broker);
        this.jdbc = jdbc;
    }

    @Test
    void anEditIsKeptWithWhoMadeItAndWhatStoodBefore() {
        UUID id = UuidV7.next();
        String sku = fresh("ESP");
        String code = Shop.freshBarcode();
        UUID cup = shop.product();
        api.put("/api/products/" + id, espresso(sku, code));
        Map<String, Object> changed = espresso(sku);
        changed.put("name", "Espresso");
        changed.put("ageLimit", 18);
        changed.put("barcodes", List.of(Shop.pack(code, "6", "10.00", "EUR")));
        changed.put("components", List.of(Map.of("productId", cup, "quantity", "2")));
        Api.Answer kept = buyer.with("If-Match", "\"0\"").put("/api/products/" + id, changed);
        assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
        buyer.with("If-Match", kept.header("ETag")).put("/api/products/" + id, changed);

        List<JsonNode> history = history(id);
        assertThat(history).hasSize(2);
        assertThat(told(history.getFirst()))
                .containsExactlyInAnyOrder(
                        "name: Espresso 250 g -> Espresso",
                        "ageLimit: null -> 18",
                        "barcodes: %1$s -> %1$s*6=10 EUR".formatted(code),
                        "components: null -> %s*2"
                                .formatted(api.get("/api/products/" + cup).at("/sku")));
        assertThat(history.getFirst().at("/recordedByName").asString()).isEqualTo("buyer");
        assertThat(history.getFirst().at("/origin").asString()).isEqualTo("EDIT");
        assertThat(history.getLast().at("/fields")).isEmpty();
        assertThat(history.getLast().at("/recordedByName").asString()).isEqualTo("till-cli");
        assertThat(api.get("/api/products/" + id + "/history?limit=1").at("/items/0/version"))
                .isEqualTo(history.getFirst().at("/version").asString());
        assertThat(api.as(Token.cashier("berlin"))
                        .get("/api/products/" + id + "/history")
                        .status())
                .isEqualTo(403);
        assertThat(api.get("/api/products/" + UuidV7.next() + "/history").status())
                .isEqualTo(404);
    }

    @Test
    void whatWasRefusedLeavesNoTraceAndWhatIsKeptCannotBeRewritten() {
        UUID id = shop.product();
        Map<String, Object> other = espresso(fresh("ESP"));
        assertThat(api.with("If-Match", "\"7\"")
                        .put("/api/products/" + id, other)
                        .status())
                .isEqualTo(412);
        assertThat(history(id)).hasSize(1);
        assertThatThrownBy(() -> jdbc.sql("update product_change set recorded_by = 'nobody'")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aFileTellsWhatItChangedOfEachProduct() {
        String sku = fresh("TEA");
        importing("sku,name,brand,category\n%1$s,Tea,Leaf,%1$s\n%1$s-2,Other,,\n".formatted(sku));
        importing("sku,name,brand,category\n%1$s,Tea,Green Leaf,%1$s > Green\n%1$s-2,Other,,\n".formatted(sku));

        List<JsonNode> history = history(idOf(sku));
        assertThat(told(history.getFirst()))
                .containsExactlyInAnyOrder(
                        "brand: Leaf -> Green Leaf", "category: %1$s -> %1$s > Green".formatted(sku));
        assertThat(history).extracting(each -> each.at("/origin").asString()).containsExactly("FILE", "FILE");
        assertThat(history(idOf(sku + "-2"))).hasSize(1);
    }

    @Test
    void aChangeSetAndItsReversalAreNamed() {
        UUID id = shop.product();
        UUID set = UuidV7.next();
        api.put(
                "/api/change-sets/" + set,
                Map.of(
                        "name", "Adults only",
                        "selection",
                                Map.of(
                                        "categories", List.of(),
                                        "brands", List.of(),
                                        "products", List.of(id),
                                        "exceptProducts", List.of()),
                        "edit", Map.of("kind", "AGE_LIMIT", "ageLimit", 18)));
        Api.Answer applied = buyer.with("If-Match", "\"0\"").put("/api/change-sets/" + set + "/application", Map.of());
        assertThat(applied.status()).as(applied.toString()).isEqualTo(200);
        api.put("/api/change-sets/" + set + "/reversal", "");

        List<JsonNode> history = history(id);
        assertThat(history)
                .extracting(each -> each.at("/origin").asString() + " "
                        + each.at("/changeSet/name").asString("") + " "
                        + each.at("/recordedByName").asString() + " " + told(each))
                .containsExactly(
                        "REVERSAL Adults only till-cli [ageLimit: 18 -> null]",
                        "CHANGE_SET Adults only buyer [ageLimit: null -> 18]",
                        "EDIT  till-cli []");
    }

    private List<JsonNode> history(UUID product) {
        return api.get("/api/products/" + product + "/history")
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    private static List<String> told(JsonNode change) {
        return change.at("/fields")
                .valueStream()
                .map(field -> field.at("/field").asString() + ": "
                        + field.at("/before").asString("null") + " -> "
                        + field.at("/after").asString("null"))
                .toList();
    }

    private UUID idOf(String sku) {
        return jdbc.sql("select id from product where sku = ?")
                .param(sku)
                .query(UUID.class)
                .single();
    }

    private void importing(String file) {
        Api.Answer done = api.post("/api/product-imports", file.getBytes(StandardCharsets.UTF_8), "text/csv");
        assertThat(done.json().at("/stored").asBoolean()).as(done.toString()).isTrue();
    }
}
