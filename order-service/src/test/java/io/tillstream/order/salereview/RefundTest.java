package io.tillstream.order.salereview;

import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static io.tillstream.order.sale.TenderType.CARD;
import static io.tillstream.order.sale.TenderType.CASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.order.sale.RefundOf;
import io.tillstream.order.sale.SaleDocument;
import io.tillstream.order.sale.SaleFixture;
import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Espresso costs 4.99; a mixed sale of ten of them was paid with 30.00 by card and 20.00 in cash, less 0.10 change. */
@ServiceTest
class RefundTest {

    private static final UUID PAYMENT = UuidV7.next();

    private final Api api;
    private final Api cashier;
    private final TestBroker broker;
    private final JdbcClient jdbc;

    RefundTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.api = api;
        this.cashier = api.as(Token.cashier("einbeck"));
        this.broker = broker;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        Shops.open(api, "einbeck");
    }

    @Test
    void aSaleKnowsHowMuchOfEachTenderHasGoneBackOnWhicheverTill() {
        UUID sold = sell(mixed());
        assertThat(tendersOf(sold)).containsExactly("CARD 30.00 0.00", "CASH 19.90 0.00");

        sell(backInParts(sold, 4).tendered(CARD, "-19.96", PAYMENT, new RefundOf(sold, 1)));
        UUID elsewhere = sell(backInParts(sold, 3)
                .on("einbeck-2")
                .tendered(CARD, "-10.04", PAYMENT, new RefundOf(sold, 1))
                .tendered(CASH, "-4.93", null, new RefundOf(sold, 2)));

        assertThat(tendersOf(sold)).containsExactly("CARD 30.00 30.00", "CASH 19.90 4.93");
        assertThat(odd(elsewhere)).noneMatch(kind -> kind.startsWith("REFUND"));
        JsonNode stored = cashier.get(pathOf(elsewhere)).json();
        assertThat(stored.at("/tenders/1/refundOf/tenderNo").asInt()).isEqualTo(2);
        assertThat(stored.at("/tenders/0/refundOf/saleId").asString()).isEqualTo(sold.toString());
        Contract.of("order", "sale-completed.v1").accepts(eventOf(elsewhere).body());
    }

    @Test
    void theRefundThatWentTooFarIsOddAndATaskAndStands() {
        UUID sold = sell(mixed());
        sell(backInParts(sold, 4).tendered(CASH, "-19.96", null, new RefundOf(sold, 1)));
        UUID tooMuch =
                sell(backInParts(sold, 4).on("einbeck-2").tendered(CARD, "-19.96", PAYMENT, new RefundOf(sold, 1)));

        assertThat(odd(tooMuch)).contains("REFUNDED_MORE_THAN_PAID 30 was paid by CARD, 39.92 has gone back.");
        assertThat(api.as(Token.manager("einbeck"))
                        .get("/api/tasks?storeId=einbeck")
                        .json()
                        .at("/items"))
                .anyMatch(task -> task.at("/saleId").asString().equals(tooMuch.toString())
                        && task.at("/about").asString().equals("REFUNDED_MORE_THAN_PAID"));
        assertThat(cashier.get(pathOf(tooMuch)).at("/total")).isEqualTo("-19.96");
    }

    @Test
    void goodsOfAnExchangeGoBackToWhatHadPaidTheFirstSale() {
        UUID first = sell(aSale().in("einbeck").with(4, ESPRESSO).tendered(CARD, "19.96", PAYMENT, null));
        UUID exchange = sell(aSale().in("einbeck")
                .bringingBack(4, ESPRESSO, first, 1)
                .with(3, ESPRESSO)
                .tendered(CARD, "-4.99", PAYMENT, new RefundOf(first, 1)));

        assertThat(tendersOf(exchange)).containsExactly("CARD 19.96 4.99");
        assertThat(api.as(Token.cashier("berlin"))
                        .get(pathOf(exchange) + "/tenders")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void cashForWhatWasPaidByCardNeedsAnApprovalWhereThePolicySaysSo() {
        UUID policy = UuidV7.next();
        String rules = """
                {"storeId": "einbeck", "name": "Einbeck", "active": %s, "lockAfterMinutes": null, "rules": [
                 {"action": "REFUND_IN_CASH", "above": {"amount": "5"}, "alone": ["SHIFT_LEAD"], "approvers": ["SHIFT_LEAD"]}]}""";
        assertThat(api.as(Token.manager("einbeck"))
                        .put("/api/approval-policies/" + policy, rules.formatted(true))
                        .status())
                .isEqualTo(201);
        UUID sold = sell(mixed());
        UUID few = sell(backInParts(sold, 1).tendered(CASH, "-4.99", null, new RefundOf(sold, 1)));
        UUID ownCash = sell(backInParts(sold, 2).tendered(CASH, "-9.98", null, new RefundOf(sold, 2)));
        UUID many = sell(backInParts(sold, 2).tendered(CASH, "-9.98", null, new RefundOf(sold, 1)));

        assertThat(odd(many))
                .anyMatch(kind -> kind.startsWith("APPROVAL_MISSING Cash back for what was not paid in cash (9.98)"));
        assertThat(odd(few)).noneMatch(kind -> kind.startsWith("APPROVAL_MISSING"));
        assertThat(odd(ownCash)).noneMatch(kind -> kind.startsWith("APPROVAL_MISSING"));
    }

    @Test
    void aRefundNamesWhatWasPaidInItsStore() {
        Api.Answer refused = cashier.put(
                pathOf(UuidV7.next()),
                aSale().in("einbeck")
                        .with(1, ESPRESSO)
                        .tendered(CASH, "4.99", null, new RefundOf(UuidV7.next(), 1))
                        .paidInAll());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/tenders/0/refundOf");

        Shops.open(api, "berlin");
        UUID abroad = UuidV7.next();
        api.as(Token.cashier("berlin"))
                .put(pathOf(abroad), aSale().in("berlin").with(1, ESPRESSO).paidInCash("4.99"));
        UUID foreign = sell(aSale().in("einbeck")
                .bringingBack(1, ESPRESSO, abroad, 1)
                .tendered(CASH, "-4.99", null, new RefundOf(abroad, 1)));
        assertThat(odd(foreign))
                .contains("REFUND_OF_UNKNOWN_TENDER Nothing was paid with tender 1 of sale " + abroad
                        + " in this store.");
    }

    /** After the policy was written. */
    private static SaleFixture today() {
        return aSale().in("einbeck").at(Instant.now().plusSeconds(60).toString());
    }

    private static SaleFixture mixed() {
        return today().with(10, ESPRESSO).tendered(CARD, "30.00", PAYMENT, null).tendered(CASH, "20.00", null, null);
    }

    private static SaleFixture backInParts(UUID sold, int pieces) {
        return today().bringingBack(pieces, ESPRESSO, sold, 1);
    }

    private UUID sell(SaleFixture sale) {
        UUID id = UuidV7.next();
        SaleDocument document = sale.paidInAll();
        Api.Answer answer = cashier.put(pathOf(id), document);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return id;
    }

    /** Type, what it paid, what went back. */
    private List<String> tendersOf(UUID sale) {
        return cashier.get(pathOf(sale) + "/tenders")
                .json()
                .at("/items")
                .valueStream()
                .map(each -> String.join(
                        " ",
                        each.at("/type").asString(),
                        each.at("/paid").asString(),
                        each.at("/wentBack").asString()))
                .toList();
    }

    private TestBroker.Received eventOf(UUID sale) {
        return await().until(
                        () -> broker.received("pos.order.sale", "order.sale-completed.v1").stream()
                                .filter(event -> event.key().equals(sale.toString()))
                                .findFirst()
                                .orElse(null),
                        event -> event != null);
    }

    /** What is odd about it, once the review has passed it. */
    private List<String> odd(UUID sale) {
        UUID event = UUID.fromString(eventOf(sale).header("id"));
        await().until(() -> jdbc.sql(
                        "select exists (select from inbox where event_id = ? and consumer = 'sale-review')")
                .param(event)
                .query(Boolean.class)
                .single());
        return cashier.get(pathOf(sale))
                .json()
                .at("/anomalies")
                .valueStream()
                .map(each ->
                        each.at("/kind").asString() + " " + each.at("/detail").asString())
                .toList();
    }
}
