package io.tillstream.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class SoldGoodsTest {
    private static final String SALES = "pos.order.sale";
    private static final String COMPLETED = "order.sale-completed.v1";

    private final Api api;
    private final TestBroker broker;
    private final JdbcClient jdbc;

    SoldGoodsTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.api = api.as(Token.everything());
        this.broker = broker;
        this.jdbc = jdbc;
    }

    @Test
    void salesTakeStockAndReturnsBringItBackExactlyOnceHoweverOftenAndInWhateverOrderTheyCome() {
        String store = "shop-" + UuidV7.next();
        UUID tea = UuidV7.next();
        UUID coffee = UuidV7.next();
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Delivery sale = new Delivery(UuidV7.next(), UuidV7.next(), """
                    [{"lineNo": 1, "kind": "SALE", "productId": "%s", "quantity": "2.5"},
                     {"lineNo": 2, "kind": "SALE", "productId": "%s", "quantity": "1"},
                     {"lineNo": 3, "kind": "RETURN", "productId": "%s", "quantity": "-0.5"},
                     {"lineNo": 4, "kind": "SALE", "productId": null, "quantity": "7"}]""".formatted(tea, coffee, tea));
            deliveries.addAll(List.of(sale, sale, sale));
        }
        Collections.shuffle(deliveries, new Random(7));
        deliveries.forEach(delivery -> publish(store, delivery));

        await().untilAsserted(() -> {
            assertThat(onHand(store, tea)).isEqualTo("-400");
            assertThat(onHand(store, coffee)).isEqualTo("-200");
        });
        publish(store, new Delivery(UuidV7.next(), UuidV7.next(), line(coffee, "1")));
        await().untilAsserted(() -> assertThat(onHand(store, coffee)).isEqualTo("-201"));
        assertThat(onHand(store, tea)).isEqualTo("-400");
        everyLevelIsTheSumOfItsMovements();
        assertThat(api.get("/api/stock-levels?belowZero=true&locationId=" + store)
                        .json()
                        .at("/items"))
                .hasSize(2);
    }

    @Test
    void aSaleThatComesAgainUnderAnotherEventIdMovesNothingAgain() {
        String store = "shop-" + UuidV7.next();
        UUID tea = UuidV7.next();
        UUID sale = UuidV7.next();
        publish(store, new Delivery(UuidV7.next(), sale, line(tea, "3")));
        publish(store, new Delivery(UuidV7.next(), sale, line(tea, "3")));
        publish(store, new Delivery(UuidV7.next(), UuidV7.next(), line(tea, "1")));

        await().untilAsserted(() -> assertThat(movements(store, tea)).hasSize(2));
        assertThat(onHand(store, tea)).isEqualTo("-4");
    }

    @Test
    void goodsWhoseStockIsNotTrackedMoveNothing() {
        String store = "shop-" + UuidV7.next();
        UUID wrapping = UuidV7.next();
        UUID tea = UuidV7.next();
        product(wrapping, "WRAP", false, 2);
        product(wrapping, "WRAP", true, 1);
        product(tea, "TEA", true, 0);
        await().until(() -> known(wrapping) && known(tea));
        UUID wrapped = UuidV7.next();
        publish(store, new Delivery(wrapped, UuidV7.next(), line(wrapping, "1")));
        publish(store, new Delivery(UuidV7.next(), UuidV7.next(), line(tea, "1")));

        await().untilAsserted(() -> assertThat(onHand(store, tea)).isEqualTo("-1"));
        await().until(() -> applied(wrapped));
        assertThat(movements(store, wrapping)).isEmpty();
        assertThat(api.get("/api/stock-levels?sku=tea&locationId=" + store).at("/items/0/sku"))
                .isEqualTo("TEA");
    }

    @Test
    void aBundleMovesItsComponentsAlsoThoseOfBundlesWithinItOnceAndAsItWasMadeUpThen() {
        String store = "shop-" + UuidV7.next();
        UUID cup = UuidV7.next();
        UUID coffee = UuidV7.next();
        UUID pair = UuidV7.next();
        UUID breakfast = UuidV7.next();
        bundle(pair, 0, component(cup, "2"));
        bundle(breakfast, 0, component(pair, "1"), component(cup, "1"), component(coffee, "0.25"));
        await().until(() -> known(pair) && known(breakfast));
        UUID sale = UuidV7.next();
        publish(store, new Delivery(UuidV7.next(), sale, line(breakfast, "2")));
        await().untilAsserted(() -> assertThat(onHand(store, cup)).isEqualTo("-6"));
        assertThat(onHand(store, coffee)).isEqualTo("-0.5");
        assertThat(movements(store, breakfast)).isEmpty();
        assertThat(movements(store, pair)).isEmpty();

        bundle(breakfast, 1, component(coffee, "1"));
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from product_component where product_id = :id")
                        .param("id", breakfast)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1));
        publish(store, new Delivery(UuidV7.next(), sale, line(breakfast, "2")));
        publish(store, new Delivery(UuidV7.next(), UuidV7.next(), line(breakfast, "-1")));
        await().untilAsserted(() -> assertThat(onHand(store, coffee)).isEqualTo("0.5"));
        assertThat(onHand(store, cup)).isEqualTo("-6");
        everyLevelIsTheSumOfItsMovements();
    }

    @Test
    void whatComesBackDamagedIsWrittenOffOnceAlsoTheComponentsOfABundle() {
        String store = "shop-" + UuidV7.next();
        UUID cup = UuidV7.next();
        UUID pair = UuidV7.next();
        UUID tea = UuidV7.next();
        bundle(pair, 0, component(cup, "2"));
        await().until(() -> known(pair));
        Delivery back = new Delivery(UuidV7.next(), UuidV7.next(), """
                [{"lineNo": 1, "kind": "RETURN", "productId": "%s", "quantity": "-3",
                  "comeBack": {"reason": "DEFECTIVE", "condition": "DAMAGED"}},
                 {"lineNo": 2, "kind": "RETURN", "productId": "%s", "quantity": "-1",
                  "comeBack": {"reason": "DEFECTIVE", "condition": "DAMAGED"}},
                 {"lineNo": 3, "kind": "RETURN", "productId": "%s", "quantity": "-1",
                  "comeBack": {"reason": "OTHER", "condition": "SELLABLE"}}]""".formatted(tea, pair, tea));
        publish(store, back);
        publish(store, new Delivery(UuidV7.next(), back.saleId(), back.lines()));

        await().untilAsserted(() -> assertThat(movements(store, tea)).hasSize(3));
        assertThat(onHand(store, tea)).isEqualTo("1");
        await().untilAsserted(() -> assertThat(movements(store, cup)).hasSize(2));
        assertThat(onHand(store, cup)).isEqualTo("0");
        assertThat(movements(store, tea))
                .extracting(movement -> movement.at("/reason").asString()
                        + movement.at("/quantity").asString())
                .containsExactlyInAnyOrder("RETURN3", "BREAKAGE-3", "RETURN1");
        everyLevelIsTheSumOfItsMovements();
    }

    @Test
    void aMovementTellsWhereItComesFrom() {
        String store = "shop-" + UuidV7.next();
        UUID tea = UuidV7.next();
        UUID sale = UuidV7.next();
        publish(store, new Delivery(UuidV7.next(), sale, line(tea, "1")));
        await().untilAsserted(() -> assertThat(movements(store, tea)).hasSize(1));

        JsonNode movement = movements(store, tea).getFirst();
        assertThat(movement.at("/reason").asString()).isEqualTo("SALE");
        assertThat(movement.at("/sourceType").asString()).isEqualTo("SALE");
        assertThat(movement.at("/sourceId").asString()).isEqualTo(sale.toString());
        assertThat(movement.at("/externalReference").asString()).isEqualTo("536365");
        assertThat(movement.at("/by").asString()).isEqualTo("erika");
        assertThat(movement.at("/occurredAt").asString()).isEqualTo("2026-11-22T10:15:00Z");
        assertThat(api.get("/api/stock-movements?locationId=" + store + "&sourceId=" + sale)
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void anEventThatCannotBeReadStopsNoOther() {
        String store = "shop-" + UuidV7.next();
        UUID tea = UuidV7.next();
        broker.publish(SALES, COMPLETED, UuidV7.next().toString(), "{\"lines\": 7}".getBytes(StandardCharsets.UTF_8));
        publish(store, new Delivery(UuidV7.next(), UuidV7.next(), line(tea, "1")));
        await().untilAsserted(() -> assertThat(onHand(store, tea)).isEqualTo("-1"));
    }

    @Test
    void everyExampleOfCatalogIsUnderstood() {
        for (byte[] example : Contract.of("catalog", "product-changed.v1").examples()) {
            UUID id = idOf(example);
            broker.publish("pos.catalog.product", "catalog.product-changed.v1", id.toString(), example);
            await().until(() -> known(id));
        }
    }

    @Test
    void everyExampleOfASaleIsUnderstood() {
        for (byte[] example : Contract.of("order", "sale-completed.v1").examples()) {
            UUID event = broker.publish(SALES, COMPLETED, idOf(example).toString(), example);
            await().until(() -> applied(event));
        }
    }

    private void everyLevelIsTheSumOfItsMovements() {
        assertThat(jdbc.sql("""
                        select count(*) from stock_level
                        full join (select location_id, product_id, sum(quantity) as moved from stock_movement group by 1, 2) sums
                            using (location_id, product_id)
                        where on_hand is distinct from moved""").query(Long.class).single()).isZero();
    }

    private void publish(String store, Delivery sale) {
        String body = """
                {"id": "%s", "storeId": "%s", "tillId": "t-1", "receiptNumber": 1, "occurredAt": "2026-11-22T10:15:00Z",
                 "businessDate": "2026-11-22", "currency": "EUR", "externalReference": "536365", "cashier": "erika",
                 "lines": %s, "taxes": [], "total": "0.00"}""".formatted(sale.saleId(), store, sale.lines());
        broker.publish(
                sale.eventId(), SALES, COMPLETED, sale.saleId().toString(), 0, body.getBytes(StandardCharsets.UTF_8));
    }

    private void product(UUID id, String sku, boolean tracked, long version) {
        String body = "{\"id\": \"%s\", \"version\": %d, \"sku\": \"%s\", \"name\": \"N\", \"stockTracked\": %b}"
                .formatted(id, version, sku, tracked);
        broker.publish(
                UuidV7.next(),
                "pos.catalog.product",
                "catalog.product-changed.v1",
                id.toString(),
                version,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private void bundle(UUID id, long version, String... components) {
        String body = """
                {"id": "%s", "version": %d, "sku": "SET", "name": "Set", "stockTracked": true, "components": [%s]}""".formatted(id, version, String.join(",", components));
        broker.publish(
                UuidV7.next(),
                "pos.catalog.product",
                "catalog.product-changed.v1",
                id.toString(),
                version,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String component(UUID product, String quantity) {
        return "{\"productId\": \"%s\", \"quantity\": \"%s\"}".formatted(product, quantity);
    }

    private static String line(UUID product, String quantity) {
        return "[{\"lineNo\": 1, \"kind\": \"SALE\", \"productId\": \"%s\", \"quantity\": \"%s\"}]"
                .formatted(product, quantity);
    }

    private static UUID idOf(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        int start = text.indexOf("\"id\": \"") + 7;
        return UUID.fromString(text.substring(start, start + 36));
    }

    private boolean known(UUID product) {
        return jdbc.sql("select exists (select from product_fact where product_id = :id)")
                .param("id", product)
                .query(Boolean.class)
                .single();
    }

    private boolean applied(UUID event) {
        return jdbc.sql("select exists (select from inbox where consumer = 'sold-goods' and event_id = :id)")
                .param("id", event)
                .query(Boolean.class)
                .single();
    }

    private String onHand(String store, UUID product) {
        return api.get("/api/stock-levels?locationId=" + store + "&productId=" + product)
                .at("/items/0/onHand");
    }

    private List<JsonNode> movements(String store, UUID product) {
        return api.get("/api/stock-movements?locationId=" + store + "&productId=" + product)
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    private record Delivery(UUID eventId, UUID saleId, String lines) {}
}
