package io.tillstream.order.purchaseorder;

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
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class PurchaseOrderTest {

    private static final String ORDERS = "pos.order.purchase-order";
    private static final String PLACED = "order.purchase-order-placed.v1";
    private static final String NOW = """
            {"placedAt": "2026-11-22T10:20:00.123456789Z"}""";

    private final Api api;
    private final Api buyer;
    private final TestBroker broker;
    private final JdbcClient jdbc;

    PurchaseOrderTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.api = api;
        this.buyer = api.as(Token.buyer());
        this.broker = broker;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void topicsExist() {
        broker.received(ORDERS, PLACED);
    }

    @Test
    void aDraftIsPlacedOnceAndToldToPurchasing() {
        UUID supplier = supplier("ACTIVE");
        String path = "/api/purchase-orders/" + UuidV7.next();

        Api.Answer drafted = buyer.put(path, draft(supplier, "berlin"));
        Api.Answer redrafted = buyer.put(path, draft(supplier, "berlin").replace(": ", ":"));
        Api.Answer placed = buyer.put(path + "/placement", NOW);
        Api.Answer resent = buyer.put(path + "/placement", NOW);

        assertThat(drafted.status()).as(drafted.toString()).isEqualTo(201);
        assertThat(drafted.at("/state")).isEqualTo("DRAFT");
        assertThat(drafted.at("/supplierName")).isEqualTo("Rösterei Nord GmbH");
        assertThat(drafted.at("/lines/1/amount")).isEqualTo("75.00");
        assertThat(drafted.at("/total")).isEqualTo("357.00");
        assertThat(redrafted.status()).isEqualTo(200);
        assertThat(redrafted.text()).isEqualTo(drafted.text());
        assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
        assertThat(placed.at("/number")).startsWith("PO-1");
        assertThat(resent.status()).isEqualTo(200);
        assertThat(resent.text()).isEqualTo(placed.text());
        assertThat(buyer.put(path + "/placement", "{\"placedAt\": null}").problem())
                .isEqualTo("already-stored-differently");
        assertThat(buyer.get(path).at("/state")).isEqualTo("PLACED");
        String id = drafted.at("/id");
        await().until(() ->
                broker.received(ORDERS, PLACED).stream().anyMatch(it -> it.key().equals(id)));
        TestBroker.Received news = broker.received(ORDERS, PLACED).stream()
                .filter(it -> it.key().equals(id))
                .findFirst()
                .orElseThrow();
        Contract.of("order", "purchase-order-placed.v1").accepts(news.body());
        assertThat(news.json().at("/total").asString()).isEqualTo("357.00");
        assertThat(news.json().at("/number").asString()).isEqualTo(placed.at("/number"));
    }

    @Test
    void onlyADraftChangesAndOnlyByWhoReadTheLatest() {
        UUID supplier = supplier("ACTIVE");
        String path = "/api/purchase-orders/" + UuidV7.next();
        String fewer = draft(supplier, "berlin").replace("\"120\"", "\"60\"");
        String first = buyer.put(path, draft(supplier, "berlin")).header("ETag");

        assertThat(buyer.put(path, fewer).problem()).isEqualTo("already-stored-differently");
        Api.Answer changed = buyer.with("If-Match", first).put(path, fewer);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.at("/total")).isEqualTo("216.00");
        assertThat(buyer.with("If-Match", first)
                        .put(path, draft(supplier, "berlin"))
                        .status())
                .isEqualTo(412);
        assertThat(buyer.with("If-Match", first).put(path + "/placement", NOW).status())
                .isEqualTo(412);
        assertThat(buyer.put(path + "/closing", "").problem()).isEqualTo("purchase-order-not-placed");
        assertThat(buyer.with("If-Match", changed.header("ETag"))
                        .put(path + "/placement", NOW)
                        .status())
                .isEqualTo(201);
        assertThat(buyer.with("If-Match", buyer.get(path).header("ETag"))
                        .put(path, draft(supplier, "berlin"))
                        .problem())
                .isEqualTo("purchase-order-already-placed");
    }

    @Test
    void anOrderToNobodyIsRefused() {
        UUID inactive = supplier("INACTIVE");
        Api.Answer unknown = buyer.put("/api/purchase-orders/" + UuidV7.next(), draft(UuidV7.next(), "berlin"));
        Api.Answer resting = buyer.put("/api/purchase-orders/" + UuidV7.next(), draft(inactive, "berlin"));

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.problem()).isEqualTo("supplier-unknown");
        assertThat(unknown.at("/errors/0/pointer")).isEqualTo("/supplierId");
        assertThat(resting.status()).isEqualTo(422);
        assertThat(resting.problem()).isEqualTo("supplier-inactive");
    }

    @Test
    void anOrderIsFollowedUntilAllHasArrivedAndEachNewsIsAppliedOnceWhenDeliveredTwice() {
        UUID order = place("berlin");
        UUID sent = UuidV7.next();
        UUID firstReceipt = UuidV7.next();
        UUID event = UuidV7.next();
        for (int n = 0; n < 2; n++) {
            broker.publish(
                    event,
                    "pos.inventory.goods-receipt",
                    "inventory.goods-received.v1",
                    firstReceipt.toString(),
                    1,
                    receipt(firstReceipt, order, "ESP-250", "100"));
        }
        broker.publish(
                "pos.inventory.goods-receipt",
                "inventory.goods-received.v1",
                firstReceipt.toString(),
                receipt(firstReceipt, order, "ESP-250", "100"));
        await().until(() -> state(order).equals("PARTLY_RECEIVED"));
        broker.publish(
                sent,
                "pos.purchasing.purchase-order",
                "purchasing.purchase-order-sent.v1",
                order.toString(),
                1,
                new String(
                                Contract.of("purchasing", "purchase-order-sent.v1")
                                        .examples()
                                        .getFirst(),
                                StandardCharsets.UTF_8)
                        .replaceAll("019aa9d0-2000-7b22-8d55-1c3e4f5a6b01", order.toString())
                        .getBytes(StandardCharsets.UTF_8));
        await().until(() ->
                !buyer.get("/api/purchase-orders/" + order).at("/sentAt").isEmpty());

        assertThat(state(order)).isEqualTo("PARTLY_RECEIVED");
        assertThat(buyer.get("/api/purchase-orders/" + order).at("/lines/0/received"))
                .isEqualTo("100");
        receive(order, "ESP-250", "22");
        receive(order, "CUP-S", "40");
        receive(order, "GIFT-1", "1");
        await().until(() -> state(order).equals("RECEIVED"));
        await().until(() -> buyer.get("/api/purchase-orders/" + order)
                .at("/notOrdered/0/sku")
                .equals("GIFT-1"));
        assertThat(buyer.get("/api/purchase-orders/" + order).at("/lines/0/overReceived"))
                .isEqualTo("2");
        assertThat(buyer.put("/api/purchase-orders/" + order + "/closing", "").status())
                .isEqualTo(201);
        assertThat(buyer.put("/api/purchase-orders/" + order + "/closing", "").status())
                .isEqualTo(200);
        assertThat(state(order)).isEqualTo("CLOSED");
    }

    @Test
    void anOrderThatWentOutIsSent() {
        UUID order = place("berlin");
        broker.publish(
                "pos.purchasing.purchase-order",
                "purchasing.purchase-order-sent.v1",
                order.toString(),
                new String(
                                Contract.of("purchasing", "purchase-order-sent.v1")
                                        .examples()
                                        .getFirst(),
                                StandardCharsets.UTF_8)
                        .replaceAll("019aa9d0-2000-7b22-8d55-1c3e4f5a6b01", order.toString())
                        .getBytes(StandardCharsets.UTF_8));

        await().until(() -> state(order).equals("SENT"));
        assertThat(buyer.get("/api/purchase-orders?state=SENT,PARTLY_RECEIVED&limit=500")
                        .text())
                .contains(order.toString());
    }

    @Test
    void everyExampleOfTheNewsIsUnderstood() {
        publishExamples("purchasing", "supplier-changed.v1", "pos.purchasing.supplier");
        publishExamples("purchasing", "purchase-order-sent.v1", "pos.purchasing.purchase-order");
        publishExamples("inventory", "goods-received.v1", "pos.inventory.goods-receipt");

        UUID supplier = UUID.fromString("019aa222-2000-7b22-8d55-1c3e4f5a6b7c");
        await().until(() -> jdbc.sql("select count(*) from known_supplier where id = ? and supplier_version = 4")
                        .param(supplier)
                        .query(Integer.class)
                        .single()
                == 1);
        place("berlin");
        assertThat(broker.received("pos.purchasing.supplier.dlq", "purchasing.supplier-changed.v1"))
                .isEmpty();
        assertThat(broker.received("pos.purchasing.purchase-order.dlq", "purchasing.purchase-order-sent.v1"))
                .isEmpty();
        assertThat(broker.received("pos.inventory.goods-receipt.dlq", "inventory.goods-received.v1"))
                .isEmpty();
    }

    @Test
    void rolesAndStoresAreChecked() {
        UUID order = place("hamburg");
        String path = "/api/purchase-orders/" + order;
        Api stranger = api.as(Token.manager("berlin"));

        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get("/api/purchase-orders?limit=500").text()).doesNotContain(order.toString());
        assertThat(stranger.put(path + "/closing", "").problem()).isEqualTo("not-your-store");
        assertThat(stranger.put("/api/purchase-orders/" + UuidV7.next(), draft(supplier("ACTIVE"), "hamburg"))
                        .problem())
                .isEqualTo("not-your-store");
        assertThat(api.as(Token.of(Role.SHIFT_LEAD, "hamburg"))
                        .put(path + "/placement", NOW)
                        .problem())
                .isEqualTo("role-required");
    }

    @Test
    void badInputIsNamedByPlace() {
        String good = draft(supplier("ACTIVE"), "berlin");
        assertRefused(400, "/lines/0/quantity", good.replace("\"120\"", "\"0\""));
        assertRefused(400, "/lines/0/quantity", good.replace("\"120\"", "\"1.2345\""));
        assertRefused(400, "/lines/0/unitCost", good.replace("\"2.35\"", "\"-2.35\""));
        assertRefused(400, "/lines/1/lineNo", good.replace("\"lineNo\": 2", "\"lineNo\": 1"));
        assertRefused(400, "/lines", good.replaceAll("\"lines\": \\[(?s:.*)\\]", "\"lines\": []"));
        assertRefused(422, "/currency", good.replace("EUR", "EUX"));
        assertThat(buyer.get("/api/purchase-orders?cursor=nonsense").problem()).isEqualTo("malformed-cursor");
    }

    private void assertRefused(int status, String pointer, String body) {
        Api.Answer answer = buyer.put("/api/purchase-orders/" + UuidV7.next(), body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.at("/errors/0/pointer")).as(answer.toString()).isEqualTo(pointer);
    }

    private void publishExamples(String context, String event, String topic) {
        Contract.of(context, event)
                .examples()
                .forEach(example -> broker.publish(
                        topic, context + "." + event, UuidV7.next().toString(), example));
    }

    private UUID supplier(String status) {
        UUID id = UuidV7.next();
        broker.publish(
                "pos.purchasing.supplier", "purchasing.supplier-changed.v1", id.toString(), """
                {"id": "%s", "name": "Rösterei Nord GmbH", "currency": "EUR", "paymentTermDays": 30, "leadTimeDays": 3,
                 "status": "%s", "version": 0}""".formatted(id, status)
                        .getBytes(StandardCharsets.UTF_8));
        await().until(() -> jdbc.sql("select count(*) from known_supplier where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 1);
        return id;
    }

    private UUID place(String locationId) {
        UUID id = UuidV7.next();
        buyer.put("/api/purchase-orders/" + id, draft(supplier("ACTIVE"), locationId));
        Api.Answer placed = buyer.put("/api/purchase-orders/" + id + "/placement", NOW);
        assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
        return id;
    }

    private void receive(UUID order, String sku, String quantity) {
        UUID id = UuidV7.next();
        broker.publish(
                "pos.inventory.goods-receipt",
                "inventory.goods-received.v1",
                id.toString(),
                receipt(id, order, sku, quantity));
    }

    private String state(UUID order) {
        return buyer.get("/api/purchase-orders/" + order).at("/state");
    }

    private static byte[] receipt(UUID id, UUID order, String sku, String quantity) {
        return """
                {"id": "%s", "locationId": "berlin", "purchaseOrderId": "%s", "occurredAt": "2026-11-22T07:30:00Z",
                 "lines": [{"lineNo": 1, "productId": null, "sku": "%s", "quantity": "%s"}],
                 "recordedAt": "2026-11-22T07:31:02Z", "recordedBy": "mara"}""".formatted(id, order, sku, quantity).getBytes(StandardCharsets.UTF_8);
    }

    private static String draft(UUID supplier, String locationId) {
        return """
                {"supplierId": "%s", "locationId": "%s", "currency": "EUR", "expectedDate": "2026-11-27",
                 "lines": [
                   {"lineNo": 1, "productId": "019aa000-0000-7000-8000-000000000001", "sku": "ESP-250",
                    "name": "Espresso 250 g", "quantity": "120", "unitCost": "2.35"},
                   {"lineNo": 2, "productId": null, "sku": "CUP-S", "name": "Paper cup", "quantity": "40",
                    "unitCost": "1.875"}]}""".formatted(supplier, locationId);
    }
}
