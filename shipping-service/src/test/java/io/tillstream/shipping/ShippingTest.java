package io.tillstream.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.OpenApiContract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class ShippingTest {

    private static final String ORDERS = "pos.order.customer-order";
    private static final String PLACED = "order.customer-order-placed.v1";
    private static final String SHIPMENTS = "pos.shipping.shipment";
    private static final String DISPATCHED = "shipping.shipment-dispatched.v1";
    private static final String DELIVERED = "shipping.shipment-delivered.v1";

    private final Api api;
    private final TestBroker broker;
    private final JdbcClient jdbc;

    ShippingTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.api = api;
        this.broker = broker;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void topicsExist() {
        broker.received(SHIPMENTS, DISPATCHED);
    }

    @Test
    void aCustomerOrderToBeShippedBecomesAShipmentAndIsAppliedOnceWhenDeliveredTwice() {
        UUID orderId = UuidV7.next();
        UUID eventId = UuidV7.next();
        byte[] placed = order(orderId, "berlin", "SHIP");
        broker.publish(eventId, ORDERS, PLACED, orderId.toString(), 1, placed);
        broker.publish(eventId, ORDERS, PLACED, orderId.toString(), 1, placed);
        broker.publish(ORDERS, PLACED, orderId.toString(), placed);
        UUID toBeCollected = UuidV7.next();
        broker.publish(ORDERS, PLACED, toBeCollected.toString(), order(toBeCollected, "berlin", "COLLECT"));
        UUID last = shipmentOf(publish("berlin"));

        assertThat(count("customer_order_id", orderId)).isEqualTo(1);
        assertThat(count("customer_order_id", toBeCollected)).isZero();
        Api.Answer shipment = api.as(Token.cashier("berlin")).get("/api/shipments?customerOrderId=" + orderId);
        assertThat(shipment.at("/items/0/status")).isEqualTo("CREATED");
        assertThat(shipment.at("/items/0/lines/1/sku")).isEqualTo("GRIND-KG");
        assertThat(shipment.at("/items/0/lines/1/quantity")).isEqualTo("1.25");
        assertThat(last).isNotNull();
    }

    @Test
    void everyExampleOfACustomerOrderIsUnderstood() {
        for (byte[] example : Contract.of("order", "customer-order-placed.v1").examples()) {
            broker.publish(ORDERS, PLACED, UuidV7.next().toString(), example);
        }
        UUID shipped = UUID.fromString("019aa9c1-1000-7a11-9c44-7d2f0a6be101");
        await().until(() -> count("customer_order_id", shipped) == 1);
        assertThat(broker.received(ORDERS + ".dlq", PLACED)).isEmpty();
    }

    @Test
    void aParcelIsDispatchedOnceAndToldToTheOrder() {
        UUID orderId = publish("berlin");
        UUID id = shipmentOf(orderId);
        Api packer = api.as(Token.cashier("berlin"));
        String dispatch = """
                {"carrier": "SIMULATOR", "trackingCode": null, "dispatchedAt": "2026-11-22T14:05:00Z"}""";

        Api.Answer first = packer.put("/api/shipments/" + id + "/dispatch", dispatch);
        Api.Answer again = packer.put("/api/shipments/" + id + "/dispatch", dispatch.replace(": ", ":"));
        Api.Answer other = packer.put("/api/shipments/" + id + "/dispatch", dispatch.replace("14:05", "14:06"));

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.at("/trackingCode")).startsWith("SIM");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("already-stored-differently");
        TestBroker.Received news = newsOf(id, DISPATCHED);
        Contract.of("shipping", "shipment-dispatched.v1").accepts(news.body());
        assertThat(news.json().at("/customerOrderId").asString()).isEqualTo(orderId.toString());
        assertThat(news.json().at("/trackingCode").asString()).isEqualTo(first.at("/trackingCode"));
    }

    @Test
    void aCarrierThatIsNotConnectedNeedsATrackingCode() {
        UUID id = shipmentOf(publish("berlin"));
        Api packer = api.as(Token.cashier("berlin"));

        Api.Answer without = packer.put("/api/shipments/" + id + "/dispatch", """
                {"carrier": "DHL", "trackingCode": null, "dispatchedAt": "2026-11-22T14:05:00Z"}""");
        Api.Answer with = packer.put("/api/shipments/" + id + "/dispatch", """
                {"carrier": "DHL", "trackingCode": "00340434161094042557", "dispatchedAt": "2026-11-22T14:05:00Z"}""");

        assertThat(without.status()).isEqualTo(422);
        assertThat(without.problem()).isEqualTo("tracking-code-needed");
        assertThat(without.at("/errors/0/pointer")).isEqualTo("/trackingCode");
        assertThat(with.status()).isEqualTo(201);
        assertThat(with.at("/trackingCode")).isEqualTo("00340434161094042557");
    }

    @Test
    void aParcelArrivesAfterItLeft() {
        UUID id = shipmentOf(publish("berlin"));
        Api packer = api.as(Token.cashier("berlin"));
        String path = "/api/shipments/" + id;
        String delivery = """
                {"deliveredAt": "2026-11-24T09:41:00Z"}""";

        assertThat(packer.put(path + "/delivery", delivery).problem()).isEqualTo("shipment-not-dispatched");
        packer.put(path + "/dispatch", """
                {"carrier": "SIMULATOR", "trackingCode": "AB 123", "dispatchedAt": "2026-11-23T00:00:00Z"}""");
        Api.Answer early = packer.put(path + "/delivery", """
                {"deliveredAt": "2026-11-22T09:41:00Z"}""");
        Api.Answer first = packer.put(path + "/delivery", delivery);
        Api.Answer again = packer.put(path + "/delivery", delivery);

        assertThat(early.status()).isEqualTo(422);
        assertThat(early.problem()).isEqualTo("delivered-before-dispatch");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(packer.get(path).at("/status")).isEqualTo("DELIVERED");
        Contract.of("shipping", "shipment-delivered.v1")
                .accepts(newsOf(id, DELIVERED).body());
    }

    @Test
    void anotherStoresShipmentCannotBeSeenOrTouched() {
        UUID id = shipmentOf(publish("hamburg"));
        Api stranger = api.as(Token.cashier("berlin"));

        assertThat(stranger.get("/api/shipments/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/api/shipments?storeId=hamburg").json().at("/items"))
                .isEmpty();
        assertThat(stranger.get("/api/shipments?limit=500").text()).doesNotContain(id.toString());
        assertThat(stranger.put("/api/shipments/" + id + "/dispatch", """
                {"carrier": "SIMULATOR", "trackingCode": null, "dispatchedAt": "2026-11-22T14:05:00Z"}""").problem())
                .isEqualTo("not-your-store");
        assertThat(api.as(Token.accountant()).get("/api/shipments").problem()).isEqualTo("role-required");
    }

    @Test
    void theListGoesOnWhereItStopped() {
        List<UUID> ids =
                List.of(shipmentOf(publish("leipzig")), shipmentOf(publish("leipzig")), shipmentOf(publish("leipzig")));
        Api reader = api.as(Token.manager("leipzig"));

        Api.Answer first = reader.get("/api/shipments?limit=2");
        Api.Answer second = reader.get("/api/shipments?limit=2&cursor=" + first.at("/nextCursor"));

        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(reader.get("/api/shipments?cursor=nonsense").problem()).isEqualTo("malformed-cursor");
        assertThat(first.text() + second.text())
                .contains(ids.stream().map(UUID::toString).toList());
    }

    @Test
    void theOpenApiIsTheCommittedOne() {
        OpenApiContract.check(api, "shipping-service");
    }

    private UUID publish(String storeId) {
        UUID orderId = UuidV7.next();
        broker.publish(ORDERS, PLACED, orderId.toString(), order(orderId, storeId, "SHIP"));
        return orderId;
    }

    private UUID shipmentOf(UUID orderId) {
        await().until(() -> count("customer_order_id", orderId) == 1);
        return jdbc.sql("select id from shipment where customer_order_id = ?")
                .param(orderId)
                .query(UUID.class)
                .single();
    }

    private int count(String column, UUID value) {
        return jdbc.sql("select count(*) from shipment where " + column + " = ?")
                .param(value)
                .query(Integer.class)
                .single();
    }

    private TestBroker.Received newsOf(UUID shipmentId, String type) {
        await().until(() -> broker.received(SHIPMENTS, type).stream()
                .anyMatch(it -> it.key().equals(shipmentId.toString())));
        return broker.received(SHIPMENTS, type).stream()
                .filter(it -> it.key().equals(shipmentId.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] order(UUID id, String storeId, String delivery) {
        byte[] example =
                Contract.of("order", "customer-order-placed.v1").examples().getLast();
        return new String(example, StandardCharsets.UTF_8)
                .replaceFirst("\"id\": \"[^\"]+\"", "\"id\": \"" + id + "\"")
                .replace("\"berlin\"", "\"" + storeId + "\"")
                .replace("\"SHIP\"", "\"" + delivery + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }
}
