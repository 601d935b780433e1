package io.tillstream.order.salereview;

import static io.tillstream.order.sale.Product.CUP;
import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.order.sale.Product;
import io.tillstream.order.sale.SaleDocument;
import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class SaleReviewTest {

    private static final Product TEA = new Product(
            UUID.fromString("0190a6f0-7c00-7000-8000-0000000007ea"), "TEA", "Tea", "3.00", "REDUCED", "7.00");

    private final Api api;
    private final Api cashier;
    private final TestBroker broker;
    private final JdbcClient jdbc;

    SaleReviewTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.api = api;
        this.cashier = api.as(Token.cashier("erfurt"));
        this.broker = broker;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void openShopThatSellsTea() {
        Shops.open(api, "erfurt");
        announce("product", TEA.id(), 1, """
                {"id": "%s", "sku": "TEA", "name": "Tea", "taxCategory": "REDUCED", "status": "ACTIVE"}""".formatted(TEA.id()));
        announce("price", UUID.fromString("0190a6f0-7c00-7000-8000-0000000007e1"), 1, """
                {"id": "0190a6f0-7c00-7000-8000-0000000007e1", "productId": "%s", "storeId": null,
                 "price": {"amount": "3.00", "currency": "EUR"}, "validFrom": "2026-01-01T00:00:00Z"}""".formatted(TEA.id()));
        announce("tax-rate", UUID.fromString("0190a6f0-7c00-7000-8000-0000000007e2"), 1, """
                {"id": "0190a6f0-7c00-7000-8000-0000000007e2", "country": "DE", "category": "REDUCED", "rate": "7.00",
                 "validFrom": "2026-01-01"}""");
        announce("price", UUID.fromString("0190a6f0-7c00-7000-8000-0000000007e3"), 1, """
                {"id": "0190a6f0-7c00-7000-8000-0000000007e3", "productId": "%s", "storeId": "erfurt",
                 "price": {"amount": "2.60", "currency": "GBP"}, "validFrom": "2026-01-01T00:00:00Z"}""".formatted(TEA.id()));
        await().until(() -> rows("price_book_product", "product_id", TEA.id())
                        + rows("price_book_price", "product_id", TEA.id())
                        + rows("price_book_tax_rate", "id", UUID.fromString("0190a6f0-7c00-7000-8000-0000000007e2"))
                == 4);
    }

    @Test
    void anOrdinarySaleIsNotOdd() {
        UUID sale = sell(aSale().in("erfurt").with(2, TEA).paidByCard());
        assertThat(reviewed(sale)).isEmpty();
    }

    @Test
    void whatLooksOddIsWrittenDownAndTheSaleStands() {
        assertThat(reviewed(
                        sell(aSale().in("erfurt").on("erfurt-9").with(1, TEA).paidByCard())))
                .containsExactly("0 UNKNOWN_TILL Till erfurt-9 is not registered in store erfurt.");
        assertThat(reviewed(sell(aSale().in("erfurt")
                        .with(1, CUP)
                        .with(1, TEA.at("2.50"))
                        .paidByCard())))
                .containsExactly(
                        "1 UNKNOWN_PRODUCT The catalog has no product for CUP-01.",
                        "2 PRICE_DIFFERS TEA was sold at 2.5, its price is 3.");
        assertThat(reviewed(sell(aSale().in("erfurt")
                        .with(1, new Product(TEA.id(), "TEA", "Tea", "3.00", "REDUCED", "19.00"))
                        .paidByCard())))
                .containsExactly("1 TAX_RATE_DIFFERS TEA was taxed at 19 %, the rate of REDUCED is 7 %.");
        UUID nowhere = UuidV7.next();
        assertThat(reviewed(
                        sell(aSale().in("erfurt").during(nowhere).with(1, TEA).paidByCard())))
                .containsExactly("0 UNKNOWN_TILL_SESSION Till erfurt-1 has no session " + nowhere + ".");
        assertThat(reviewed(sell(aSale().in("erfurt")
                        .at("2046-11-22T10:00:00Z")
                        .with(1, TEA)
                        .paidByCard())))
                .singleElement()
                .asString()
                .startsWith("0 CLOCK_AHEAD");
    }

    @Test
    void aSaleOfAnotherSystemKeepsItsOwnPrices() {
        UUID sale = sell(aSale().in("erfurt")
                .knownElsewhereAs("536365")
                .with(1, TEA.at("0.00"))
                .with(1, CUP)
                .paidByCard());
        assertThat(reviewed(sale)).isEmpty();
    }

    @Test
    void ofTwoSalesUnderOneNumberTheLaterIsOdd() {
        UUID first = sell(aSale().in("erfurt").numbered(4711).with(1, TEA).paidByCard());
        UUID second = sell(aSale().in("erfurt").numbered(4711).with(2, TEA).paidByCard());

        assertThat(reviewed(second))
                .containsExactly("0 RECEIPT_NUMBER_SEEN_BEFORE Receipt number 4711 of till erfurt-1 belongs to sale "
                        + first + " already.");
        assertThat(reviewed(first)).isEmpty();
    }

    @Test
    void bringingBackMoreThanWasSoldIsOdd() {
        UUID sold = sell(aSale().in("erfurt").with(2, TEA).paidByCard());
        UUID fine = sell(aSale().in("erfurt").bringingBack(1, TEA, sold, 1).paidByCard());
        UUID tooMuch = sell(aSale().in("erfurt").bringingBack(2, TEA, sold, 1).paidByCard());
        UUID unknown =
                sell(aSale().in("erfurt").bringingBack(1, ESPRESSO, sold, 2).paidByCard());

        assertThat(reviewed(tooMuch))
                .containsExactly("1 RETURNED_MORE_THAN_SOLD 2 of TEA were sold, 3 have come back.");
        assertThat(reviewed(unknown))
                .containsExactly("1 RETURN_OF_UNKNOWN_LINE Line 2 of sale " + sold + " was never sold.");
        assertThat(reviewed(fine)).isEmpty();
    }

    @Test
    void aSaleThatArrivesAfterTheCountIsOdd() {
        UUID session = UuidV7.next();
        cashier.put("/api/till-sessions/" + session, """
                {"tillId": "erfurt-1", "storeId": "erfurt", "openingFloat": "0", "currency": "EUR", "businessDate": "2026-01-22",
                 "openedAt": "2026-01-22T07:55:00Z"}""");
        UUID before = sell(aSale().in("erfurt").during(session).with(1, TEA).paidByCard());
        cashier.put("/api/till-sessions/" + session + "/closing", """
                {"countedCash": "0", "closedAt": "2026-01-22T19:05:00Z"}""");

        UUID after = sell(aSale().in("erfurt").during(session).with(1, TEA).paidByCard());

        assertThat(reviewed(after)).singleElement().asString().startsWith("0 TILL_SESSION_CLOSED");
        assertThat(reviewed(before)).isEmpty();
    }

    @Test
    void aSaleIsReviewedOnceWhenDeliveredTwice() {
        UUID sale = sell(aSale().in("erfurt").on("erfurt-9").with(1, TEA).paidByCard());
        assertThat(reviewed(sale)).hasSize(1);

        broker.publish(UuidV7.next(), "pos.order.sale", "order.sale-completed.v1", sale.toString(), 1, received(sale));

        assertThat(reviewed(sell(aSale().in("erfurt").with(1, TEA).paidByCard())))
                .isEmpty();
        assertThat(reviewed(sale)).hasSize(1);
        assertThat(cashier.get("/api/sales?storeId=erfurt&tillId=erfurt-9")
                        .json()
                        .at("/items/0/anomalies")
                        .asInt())
                .isEqualTo(1);
    }

    private UUID sell(SaleDocument sale) {
        UUID id = UuidV7.next();
        Api.Answer answer = cashier.put(pathOf(id), sale);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return id;
    }

    /** The anomalies of a sale once the review has passed it: a sale has been reviewed when its event is in the inbox. */
    private List<String> reviewed(UUID sale) {
        UUID event = await().until(
                        () -> broker.received("pos.order.sale", "order.sale-completed.v1").stream()
                                .filter(found -> found.key().equals(sale.toString()))
                                .reduce((one, other) -> other),
                        found -> found.isPresent())
                .map(found -> UUID.fromString(found.header("id")))
                .orElseThrow();
        await().until(() -> jdbc.sql("select count(*) from inbox where consumer = 'sale-review' and event_id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single()
                == 1);
        JsonNode anomalies = cashier.get(pathOf(sale)).json().at("/anomalies");
        return anomalies
                .valueStream()
                .map(odd -> odd.at("/lineNo").asInt() + " " + odd.at("/kind").asString() + " "
                        + odd.at("/detail").asString())
                .toList();
    }

    private byte[] received(UUID sale) {
        return broker.received("pos.order.sale", "order.sale-completed.v1").stream()
                .filter(found -> found.key().equals(sale.toString()))
                .findFirst()
                .orElseThrow()
                .body();
    }

    private void announce(String what, UUID id, long version, String body) {
        broker.publish(
                UuidV7.next(),
                "pos.catalog." + what,
                "catalog." + what + "-changed.v1",
                id.toString(),
                version,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private int rows(String table, String column, UUID id) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
