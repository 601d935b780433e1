package io.tillstream.order.approval.review;

import static io.tillstream.order.sale.Product.CUP;
import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.order.approval.Policies;
import io.tillstream.order.sale.ApprovalAction;
import io.tillstream.order.sale.GivenApproval;
import io.tillstream.order.sale.GivenApproval.How;
import io.tillstream.order.sale.SaleDocument;
import io.tillstream.order.sale.SaleFixture;
import io.tillstream.order.sale.SalePricing;
import io.tillstream.order.sale.SalePricing.GivenDiscount;
import io.tillstream.order.sale.SalePricing.LinePricing;
import io.tillstream.order.staff.People;
import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ApprovalReviewTest {

    private static final String NOW = Instant.now().plusSeconds(60).toString();

    private final Api api;
    private final Api cashier;
    private final Api manager;
    private final TestBroker broker;
    private final JdbcClient jdbc;

    ApprovalReviewTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.api = api;
        this.broker = broker;
        this.jdbc = jdbc;
        this.cashier = api.as(Token.cashier("speyer"));
        this.manager = api.as(Token.manager("speyer"));
    }

    @BeforeEach
    void openShop() {
        Shops.open(api, "speyer");
        if (cashier.get("/api/approval-policies?storeId=speyer")
                .json()
                .at("/items")
                .isEmpty()) {
            Policies.hold(api, "speyer");
        }
        People.setPin(api, Role.SHIFT_LEAD, "4719", "speyer");
        People.setPin(api, Role.STORE_MANAGER, "8302", "speyer");
    }

    @Test
    void whatShouldHaveBeenApprovedAndWasNotIsOddAndTheSaleStands() {
        UUID little = sell(discounted("10"));
        UUID much = sell(discounted("20"));
        UUID fine = sell(discounted("20").approved(byPin(People.SHIFT_LEAD, "20")));
        UUID tooMuch = sell(discounted("50").approved(byPin(People.SHIFT_LEAD, "50")));
        UUID own = sell(discounted("20").approved(byPin(People.CASHIER, "20")));
        UUID unknownReceipt = sell(aSale().in("speyer").at(NOW).with(-1, CUP));

        assertThat(missing(little)).isEmpty();
        assertThat(missing(much))
                .containsExactly(
                        "1 A discount on the line (20 %, 2.00) needed an approval and has none that reaches so far.");
        assertThat(missing(fine)).isEmpty();
        assertThat(missing(tooMuch))
                .containsExactly("1 A discount on the line (50 %, 4.99) was approved by Lea, who may not approve it.");
        assertThat(missing(own)).singleElement().asString().endsWith("who may not approve it.");
        assertThat(missing(unknownReceipt)).singleElement().asString().startsWith("0 A return without receipt");
    }

    @Test
    void whoRangItUpCountsNotWhoseTokenSentIt() {
        UUID byTheLead = sell(discounted("20").rungUpBy(People.SHIFT_LEAD, "Lea"));
        UUID byAStranger = sell(discounted("20").rungUpBy("stranger", "Sven"));

        assertThat(missing(byTheLead)).isEmpty();
        assertThat(missing(byAStranger)).hasSize(1);
        JsonNode stored = cashier.get(pathOf(byTheLead)).json();
        assertThat(stored.at("/rungUpBy/name").asString()).isEqualTo("Lea");
        assertThat(stored.at("/cashier").asString()).isEqualTo(People.CASHIER);
        assertThat(cashier.get("/api/sales?storeId=speyer&cashier=" + People.SHIFT_LEAD)
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(head -> head.at("/id").asString()))
                .containsExactly(byTheLead.toString());
        await().untilAsserted(() -> assertThat(
                        manager.get("/api/takings?storeId=speyer&from=2020-01-01&to=2099-01-01&groupBy=CASHIER")
                                .json()
                                .at("/items")
                                .valueStream()
                                .map(row -> row.at("/label").asString()))
                .contains("Lea"));
    }

    @Test
    void aPinOfWhoLeftApprovesNothing() {
        String path = "/api/staff/" + People.SHIFT_LEAD + "/stores/speyer";
        manager.put(path, "{\"left\": true}");
        UUID sale = sell(discounted("20").approved(byPin(People.SHIFT_LEAD, "20")));
        assertThat(missing(sale)).singleElement().asString().endsWith("who may not approve it.");
        manager.put(path, "{\"left\": false}");
    }

    @Test
    void anApprovalFromElsewhereCountsWhenItWasGivenHere() {
        UUID request = UuidV7.next();
        cashier.put("/api/approval-requests/" + request, """
                {"storeId": "speyer", "tillId": "speyer-1", "askedBy": {"id": "%s", "name": "Clara"},
                 "askedAt": "2026-11-22T10:15:00Z", "currency": "EUR", "basket": null,
                 "wishes": [{"deed": {"action": "LINE_DISCOUNT", "lineNo": null, "amount": "4.99", "of": "9.98", "percent": "50"},
                             "subject": "Espresso"}]}""".formatted(People.CASHIER));
        manager.put("/api/approval-requests/" + request + "/decision", "{\"approved\": true, \"word\": null}");

        UUID fine = sell(discounted("50").approved(remotely(request)));
        UUID invented = sell(discounted("50").approved(remotely(UuidV7.next())));

        assertThat(missing(fine)).isEmpty();
        assertThat(missing(invented)).hasSize(1);
    }

    @Test
    void approvalsAreReadBackAnnouncedAndListed() {
        UUID sale = sell(discounted("20").rungUpBy(People.CASHIER, "Clara").approved(byPin(People.SHIFT_LEAD, "20")));
        missing(sale);

        JsonNode approval = cashier.get(pathOf(sale)).json().at("/approvals/0");
        assertThat(approval.at("/approverName").asString()).isEqualTo("Lea");
        assertThat(approval.has("requestId")).isFalse();
        Contract.of("order", "sale-completed.v1").accepts(eventOf(sale).body());

        JsonNode row = manager.get("/api/approvals?storeId=speyer&approver=" + People.SHIFT_LEAD)
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/documentId").asString().equals(sale.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(row.at("/cashierName").asString()).isEqualTo("Clara");
        assertThat(row.at("/action").asString()).isEqualTo("LINE_DISCOUNT");
        assertThat(row.at("/difference").asString()).isEqualTo("2.00");
        assertThat(manager.get("/api/approvals?storeId=speyer&to=2020-01-01T00:00:00Z")
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(cashier.get("/api/approvals?storeId=speyer").problem()).isEqualTo("role-required");
    }

    @Test
    void aPolicyIsTriedOnSalesThatArePast() {
        Shops.open(api, "worms");
        Api clara = api.as(Token.cashier("worms"));
        for (String percent : List.of("5", "20", "20", "50")) {
            sell(clara, discounted("worms", percent).paidByCard());
        }
        sell(clara, discounted("worms", "20").rungUpBy("ben", "Ben").paidByCard());
        sell(clara, discounted("worms", "20").knownElsewhereAs("C536365").paidByCard());

        Api.Answer outcome = api.as(Token.manager("worms"))
                .post("/api/approval-policies/rehearsals", """
                {"storeId": "worms", "from": "2020-01-01", "to": "2020-12-31", "terms": %s}""".formatted(Policies.usual("worms"))
                        .replace("2020-01-01", day(-1))
                        .replace("2020-12-31", day(1)));

        assertThat(outcome.at("/approvals")).as(outcome.toString()).isEqualTo("4");
        assertThat(outcome.json()
                        .at("/byCashier")
                        .valueStream()
                        .map(each -> each.at("/approvals").asInt()))
                .containsExactly(3, 1);
        assertThat(outcome.at("/byAction/0/action")).isEqualTo("LINE_DISCOUNT");
        assertThat(outcome.json().at("/items")).hasSize(4);
        assertThat(api.as(Token.manager("worms"))
                        .post("/api/approval-policies/rehearsals", """
                                {"storeId": "worms", "from": "2026-01-02", "to": "2026-01-01", "terms": %s}""".formatted(Policies.usual("worms")))
                        .problem())
                .isEqualTo("rehearsal-period-not-valid");
    }

    private static String day(int days) {
        return Instant.parse(NOW).plusSeconds(86_400L * days).toString().substring(0, 10);
    }

    private static SaleFixture discounted(String percent) {
        return discounted("speyer", percent);
    }

    /** Two espressos at 4.99. */
    private static SaleFixture discounted(String store, String percent) {
        BigDecimal off =
                new BigDecimal("9.98").multiply(new BigDecimal(percent)).movePointLeft(2);
        LinePricing line = new LinePricing(1, null, new GivenDiscount(new BigDecimal(percent), null));
        return aSale().in(store)
                .at(NOW)
                .withDiscount(off.setScale(2, RoundingMode.HALF_UP).toPlainString(), 2, ESPRESSO)
                .priced(new SalePricing(
                        null, LocalDateTime.parse("2026-01-22T11:15:00"), null, null, null, null, List.of(line), null));
    }

    private static GivenApproval byPin(String approver, String percent) {
        return new GivenApproval(
                ApprovalAction.LINE_DISCOUNT,
                1,
                approver,
                "Lea",
                How.PIN,
                Instant.parse(NOW),
                null,
                new BigDecimal("2.00"),
                new BigDecimal(percent));
    }

    private static GivenApproval remotely(UUID request) {
        return new GivenApproval(
                ApprovalAction.LINE_DISCOUNT,
                1,
                People.STORE_MANAGER,
                "Mia",
                How.REMOTE,
                Instant.parse(NOW),
                request,
                new BigDecimal("4.99"),
                new BigDecimal("50"));
    }

    private UUID sell(SaleFixture sale) {
        return sell(cashier, sale.paidByCard());
    }

    private UUID sell(Api at, SaleDocument sale) {
        UUID id = UuidV7.next();
        Api.Answer answer = at.put(pathOf(id), sale);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return id;
    }

    /** The approvals that a sale lacks, once the review has passed it. */
    private List<String> missing(UUID sale) {
        UUID event = UUID.fromString(eventOf(sale).header("id"));
        await().until(() -> jdbc.sql("select count(*) from inbox where consumer = 'sale-review' and event_id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single()
                == 1);
        return cashier.get(pathOf(sale))
                .json()
                .at("/anomalies")
                .valueStream()
                .filter(odd -> odd.at("/kind").asString().equals("APPROVAL_MISSING"))
                .map(odd -> odd.at("/lineNo").asInt() + " " + odd.at("/detail").asString())
                .toList();
    }

    private TestBroker.Received eventOf(UUID sale) {
        return await().until(
                        () -> broker.received("pos.order.sale", "order.sale-completed.v1").stream()
                                .filter(found -> found.key().equals(sale.toString()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
