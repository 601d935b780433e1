package io.tillstream.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.OpenApiContract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class StockDocumentTest {
    private final Api api;
    private final TestBroker broker;
    private final String store = "shop-" + UuidV7.next();
    private final UUID tea = UuidV7.next();

    StockDocumentTest(Api api, TestBroker broker) {
        this.api = api.as(Token.everything());
        this.broker = broker;
    }

    @BeforeEach
    void topicsExist() {
        broker.received("pos.inventory.stock-adjustment", "any");
        broker.received("pos.inventory.goods-receipt", "any");
    }

    @Test
    void anAdjustmentMovesStockOnceAndIsTold() {
        UUID id = UuidV7.next();
        Map<String, Object> opening = adjustment("OPENING", null, line(1, "10"));
        Api.Answer first = api.put("/api/stock-adjustments/" + id, opening);
        Api.Answer again = api.put("/api/stock-adjustments/" + id, opening);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(onHand()).isEqualTo("10");
        opening.put("note", "another");
        assertThat(api.put("/api/stock-adjustments/" + id, opening).problem()).isEqualTo("already-stored-differently");
        assertThat(api.get("/api/stock-adjustments?locationId=" + store).at("/items/0/units"))
                .isEqualTo("10");
        await().untilAsserted(() -> assertThat(
                        broker.received("pos.inventory.stock-adjustment", "inventory.stock-adjusted.v1"))
                .anySatisfy(event -> {
                    assertThat(event.key()).isEqualTo(id.toString());
                    Contract.of("inventory", "stock-adjusted.v1").accepts(event.body());
                }));
    }

    @Test
    void goodsReceivedComeIntoStockAndAreTold() {
        UUID id = UuidV7.next();
        UUID order = UuidV7.next();
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("locationId", store);
        receipt.put("purchaseOrderId", order);
        receipt.put("occurredAt", "2026-11-22T07:00:00Z");
        receipt.put("lines", List.of(line(1, "4.5"), line(2, "1")));

        Api.Answer received = api.as(Token.buyer()).put("/api/goods-receipts/" + id, receipt);
        assertThat(received.status()).as(received.toString()).isEqualTo(201);
        assertThat(api.put("/api/goods-receipts/" + id, receipt).status()).isEqualTo(200);
        assertThat(onHand()).isEqualTo("5.5");
        assertThat(api.get("/api/goods-receipts?locationId=" + store + "&purchaseOrderId=" + order)
                        .at("/items/0/rows"))
                .isEqualTo("2");
        await().untilAsserted(() -> assertThat(
                        broker.received("pos.inventory.goods-receipt", "inventory.goods-received.v1"))
                .anySatisfy(event -> {
                    assertThat(event.key()).isEqualTo(id.toString());
                    Contract.of("inventory", "goods-received.v1").accepts(event.body());
                }));
        receipt.put("lines", List.of(line(1, "-1")));
        assertThat(api.put("/api/goods-receipts/" + UuidV7.next(), receipt).problem())
                .isEqualTo("lines-not-valid");
    }

    @Test
    void theTotalsCountDocumentsByTheirReference() {
        book(adjustment("WRITE_OFF", "536589", line(1, "-10")));
        book(adjustment("WRITE_OFF", "536589", line(1, "-1"), line(2, "-2")));
        book(adjustment("WRITE_OFF", null, line(1, "-4")));
        book(adjustment("OPENING", null, line(1, "100")));

        Api.Answer totals = api.get("/api/stock-adjustments/totals?reason=WRITE_OFF&locationId=" + store);
        assertThat(totals.at("/documents")).isEqualTo("2");
        assertThat(totals.at("/rows")).isEqualTo("4");
        assertThat(totals.at("/units")).isEqualTo("-17");
        assertThat(totals.at("/skus/0")).isEqualTo("TEA");
        assertThat(api.get("/api/stock-adjustments/totals?locationId=nowhere").at("/rows"))
                .isEqualTo("0");
    }

    @Test
    void whatCannotBeBookedIsNamedLineByLineAndNothingIsStored() {
        UUID id = UuidV7.next();
        Api.Answer refused =
                api.put("/api/stock-adjustments/" + id, adjustment("BREAKAGE", null, line(1, "-1"), line(1, "0")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("/lines/1/quantity", "/lines/1/lineNo");
        assertThat(api.get("/api/stock-adjustments/" + id).status()).isEqualTo(404);
        assertThat(onHand()).isEmpty();

        assertThat(api.put("/api/stock-adjustments/" + id, adjustment("THEFT", null, line(1, "-1")))
                        .status())
                .isEqualTo(400);
        assertThat(api.put("/api/stock-adjustments/" + id, adjustment("BREAKAGE", null))
                        .status())
                .isEqualTo(400);
        assertThat(api.put("/api/stock-adjustments/" + id, adjustment("BREAKAGE", null, line(1, "-1.2345")))
                        .status())
                .isEqualTo(400);
        Map<String, Object> many = adjustment("BREAKAGE", null);
        many.put(
                "lines",
                IntStream.rangeClosed(1, 1001)
                        .mapToObj(number -> line(number, "1"))
                        .toList());
        assertThat(api.put("/api/stock-adjustments/" + id, many).at("/errors/0/pointer"))
                .isEqualTo("/lines");
        assertThat(api.get("/api/stock-movements?locationId=" + store).problem())
                .isEqualTo("too-many-movements");
        assertThat(api.get("/api/stock-levels?locationId=" + store + "&cursor=eA")
                        .problem())
                .isEqualTo("malformed-cursor");
    }

    @Test
    void stockIsSeenAndChangedByThoseOfTheStore() {
        Map<String, Object> opening = adjustment("OPENING", null, line(1, "1"));
        UUID id = UuidV7.next();
        assertThat(api.as(Token.manager("elsewhere"))
                        .put("/api/stock-adjustments/" + id, opening)
                        .problem())
                .isEqualTo("not-your-store");
        assertThat(api.as(Token.cashier(store))
                        .put("/api/stock-adjustments/" + id, opening)
                        .status())
                .isEqualTo(403);
        assertThat(api.as(Token.manager(store))
                        .put("/api/stock-adjustments/" + id, opening)
                        .status())
                .isEqualTo(201);
        assertThat(api.as(Token.manager("elsewhere"))
                        .get("/api/stock-adjustments/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(api.as(Token.cashier(store))
                        .get("/api/stock-levels?locationId=" + store)
                        .status())
                .isEqualTo(200);
        assertThat(api.as(Token.cashier("elsewhere"))
                        .get("/api/stock-levels?locationId=" + store)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void levelsGoOnPageByPage() {
        for (int i = 0; i < 3; i++) {
            book(adjustment("OPENING", null, new Line(1, UuidV7.next(), "TEA", "1")));
        }
        Api.Answer first = api.get("/api/stock-levels?limit=2&locationId=" + store);
        Api.Answer second =
                api.get("/api/stock-levels?limit=2&locationId=" + store + "&cursor=" + first.at("/nextCursor"));
        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(second.json().at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void theApiIsWhatTheContractSays() {
        OpenApiContract.check(api, "inventory-service");
    }

    private void book(Map<String, Object> adjustment) {
        assertThat(api.put("/api/stock-adjustments/" + UuidV7.next(), adjustment)
                        .status())
                .isEqualTo(201);
    }

    private Map<String, Object> adjustment(String reason, String reference, Line... lines) {
        Map<String, Object> adjustment = new LinkedHashMap<>();
        adjustment.put("locationId", store);
        adjustment.put("reason", reason);
        adjustment.put("occurredAt", "2026-11-22T07:00:00Z");
        adjustment.put("externalReference", reference);
        adjustment.put("note", null);
        adjustment.put("lines", List.of(lines));
        return adjustment;
    }

    private Line line(int number, String quantity) {
        return new Line(number, tea, "TEA", quantity);
    }

    private String onHand() {
        return api.get("/api/stock-levels?locationId=" + store + "&productId=" + tea)
                .at("/items/0/onHand");
    }

    private record Line(int lineNo, UUID productId, String sku, String quantity) {}
}
