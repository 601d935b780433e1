package io.tillstream.order.customerorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class CustomerOrderTest {

    private static final String ORDERS = "pos.order.customer-order";
    private static final String PLACED = "order.customer-order-placed.v1";
    private static final String SHIPMENTS = "pos.shipping.shipment";

    private final Api api;
    private final Api cashier;
    private final TestBroker broker;

    CustomerOrderTest(Api api, TestBroker broker) {
        this.api = api;
        this.cashier = api.as(Token.cashier("berlin"));
        this.broker = broker;
    }

    @BeforeEach
    void topicsExist() {
        broker.received(ORDERS, PLACED);
    }

    @Test
    void anOrderIsPlacedOnceAndToldWithoutTheAddress() {
        UUID id = UuidV7.next();
        String path = "/api/customer-orders/" + id;
        String order = shipped(UuidV7.next());

        Api.Answer first = cashier.put(path, order);
        Api.Answer again = cashier.put(
                path,
                order.replace(" ", "")
                        .replace("AnnaQuandt", "Anna Quandt")
                        .replace("Espresso250g", "Espresso 250 g")
                        .replace("Birkenweg3", "Birkenweg 3"));
        Api.Answer altered = cashier.put(path, order.replace("\"2\"", "\"3\""));

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.at("/total")).isEqualTo("32.48");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(altered.problem()).isEqualTo("already-stored-differently");
        assertThat(cashier.get(path).at("/shipTo/street")).isEqualTo("Birkenweg 3");
        await().until(() ->
                broker.received(ORDERS, PLACED).stream().anyMatch(it -> it.key().equals(id.toString())));
        TestBroker.Received news = broker.received(ORDERS, PLACED).stream()
                .filter(it -> it.key().equals(id.toString()))
                .findFirst()
                .orElseThrow();
        Contract.of("order", "customer-order-placed.v1").accepts(news.body());
        assertThat(new String(news.body(), StandardCharsets.UTF_8)).doesNotContain("Quandt", "Birkenweg");
    }

    @Test
    void theStateFollowsTheParcelWhateverNewsComeFirstAndIsAppliedOnceWhenDeliveredTwice() {
        UUID straight = place(UuidV7.next());
        UUID event = UuidV7.next();
        for (int n = 0; n < 2; n++) {
            broker.publish(
                    event, SHIPMENTS, "shipping.shipment-dispatched.v1", straight.toString(), 1, dispatched(straight));
        }
        await().until(() -> state(straight).equals("DISPATCHED"));
        assertThat(cashier.get("/api/customer-orders/" + straight).at("/trackingCode"))
                .startsWith("SIM");
        broker.publish(SHIPMENTS, "shipping.shipment-delivered.v1", straight.toString(), delivered(straight));
        await().until(() -> state(straight).equals("DELIVERED"));

        UUID overtaken = place(UuidV7.next());
        broker.publish(SHIPMENTS, "shipping.shipment-delivered.v1", overtaken.toString(), delivered(overtaken));
        broker.publish(SHIPMENTS, "shipping.shipment-dispatched.v1", overtaken.toString(), dispatched(overtaken));
        await().until(() -> !cashier.get("/api/customer-orders/" + overtaken)
                .at("/trackingCode")
                .isEmpty());
        assertThat(state(overtaken)).isEqualTo("DELIVERED");
        assertThat(broker.received(SHIPMENTS + ".dlq", "shipping.shipment-dispatched.v1"))
                .isEmpty();
    }

    @Test
    void anErasedCustomersAddressIsForgotten() {
        UUID customer = UuidV7.next();
        UUID order = place(customer);
        UUID other = place(UuidV7.next());
        broker.publish(
                "pos.customer.customer",
                "customer.customer-erased.v1",
                customer.toString(),
                new String(
                                Contract.of("customer", "customer-erased.v1")
                                        .examples()
                                        .getFirst(),
                                StandardCharsets.UTF_8)
                        .replaceFirst("\"id\": \"[^\"]+\"", "\"id\": \"" + customer + "\"")
                        .getBytes(StandardCharsets.UTF_8));

        await().until(() -> cashier.get("/api/customer-orders/" + order)
                .json()
                .at("/shipTo")
                .isNull());
        assertThat(cashier.get("/api/customer-orders/" + order).at("/total")).isEqualTo("32.48");
        assertThat(cashier.get("/api/customer-orders/" + other).at("/shipTo/city"))
                .isEqualTo("Berlin");
        assertThat(cashier.put("/api/customer-orders/" + order, shipped(customer))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void badInputIsNamedByPlace() {
        String good = shipped(UuidV7.next());
        assertRefused(422, "/shipTo", good.replaceAll("\"shipTo\": \\{[^}]*}", "\"shipTo\": null"));
        assertRefused(422, "/shipTo", good.replace("\"SHIP\"", "\"COLLECT\""));
        assertRefused(400, "/delivery", good.replace("\"SHIP\"", "\"FLY\""));
        assertRefused(400, "/shipTo/country", good.replace("\"DE\"", "\"Germany\""));
        assertRefused(400, "/lines/0/quantity", good.replace("\"2\"", "\"-2\""));
        assertRefused(422, "/currency", good.replace("EUR", "EUX"));
    }

    @Test
    void rolesAndStoresAreChecked() {
        UUID order = place(UuidV7.next());
        Api stranger = api.as(Token.cashier("hamburg"));

        assertThat(stranger.get("/api/customer-orders/" + order).status()).isEqualTo(404);
        assertThat(stranger.get("/api/customer-orders?limit=500").text()).doesNotContain(order.toString());
        assertThat(stranger.put("/api/customer-orders/" + UuidV7.next(), shipped(UuidV7.next()))
                        .problem())
                .isEqualTo("not-your-store");
        assertThat(api.as(Token.of(Role.AUDITOR, "*"))
                        .get("/api/customer-orders")
                        .problem())
                .isEqualTo("role-required");
        assertThat(cashier.get("/api/customer-orders?state=PLACED&limit=500").text())
                .contains(order.toString());
    }

    private void assertRefused(int status, String pointer, String body) {
        Api.Answer answer = cashier.put("/api/customer-orders/" + UuidV7.next(), body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.at("/errors/0/pointer")).as(answer.toString()).isEqualTo(pointer);
    }

    private UUID place(UUID customer) {
        UUID id = UuidV7.next();
        Api.Answer answer = cashier.put("/api/customer-orders/" + id, shipped(customer));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return id;
    }

    private String state(UUID order) {
        return cashier.get("/api/customer-orders/" + order).at("/state");
    }

    private static byte[] dispatched(UUID order) {
        return example("shipment-dispatched.v1", order);
    }

    private static byte[] delivered(UUID order) {
        return example("shipment-delivered.v1", order);
    }

    private static byte[] example(String event, UUID order) {
        return new String(Contract.of("shipping", event).examples().getFirst(), StandardCharsets.UTF_8)
                .replaceFirst("\"customerOrderId\": \"[^\"]+\"", "\"customerOrderId\": \"" + order + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String shipped(UUID customer) {
        return """
                {"storeId": "berlin", "customerId": "%s", "delivery": "SHIP",
                 "shipTo": {"name": "Anna Quandt", "street": "Birkenweg 3", "postalCode": "10115", "city": "Berlin",
                            "country": "DE"},
                 "currency": "EUR",
                 "lines": [
                   {"lineNo": 1, "productId": null, "sku": "ESP-250", "name": "Espresso 250 g", "quantity": "2",
                    "unitPrice": "4.99"},
                   {"lineNo": 2, "productId": null, "sku": "GRIND-KG", "name": "Ground", "quantity": "1.25",
                    "unitPrice": "18.00"}]}""".formatted(customer);
    }
}
