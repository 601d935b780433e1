package io.tillstream.order.layaway;

import static io.tillstream.order.sale.Deposit.Kind.APPLIED;
import static io.tillstream.order.sale.Deposit.Kind.REFUNDED;
import static io.tillstream.order.sale.Deposit.Kind.TAKEN;
import static io.tillstream.order.sale.Product.CUP;
import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.anyPath;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static io.tillstream.order.sale.TenderType.CARD;
import static io.tillstream.order.sale.TenderType.CASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.order.sale.RefundOf;
import io.tillstream.order.sale.SaleDocument;
import io.tillstream.order.sale.SaleFixture;
import io.tillstream.order.sale.SalePricing;
import io.tillstream.order.sale.SalePricing.GivenDiscount;
import io.tillstream.order.sale.SalePricing.LinePricing;
import io.tillstream.order.sale.SalePricing.PriceOrigin;
import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two espressos for 9.98 and a cup for 8.50 are set aside: 18.48. */
@ServiceTest
class LayawayTest {

    private final Api api;
    private final Api cashier;
    private final TestBroker broker;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final UUID layaway = UuidV7.next();

    LayawayTest(Api api, TestBroker broker, JdbcClient jdbc, JsonMapper json) {
        this.api = api;
        this.cashier = api.as(Token.cashier("soest"));
        this.broker = broker;
        this.jdbc = jdbc;
        this.json = json;
    }

    @BeforeEach
    void openShop() {
        Shops.open(api, "soest");
    }

    @Test
    void whatIsSetAsideIsListedWithWhatWasPaidForItUntilItIsCollectedOnAnotherTill() {
        UUID first = store(setAside("5.00").paidInCash("20.00"));
        store(goods().deposit(TAKEN, layaway, "3.00", "18.48", "8.00").paidByCard());

        JsonNode open = listed("?storeId=soest");
        assertThat(open.at("/state").asString()).isEqualTo("OPEN");
        assertThat(open.at("/balance").asString()).isEqualTo("8.00");
        assertThat(open.at("/agreedTotal").asString()).isEqualTo("18.48");
        assertThat(open.at("/saleId").asString()).isEqualTo(first.toString());
        assertThat(open.at("/goods/name").asString()).isEqualTo("Ada Ndiaye");
        assertThat(open.at("/goods/lines")).hasSize(2);
        assertThat(open.at("/deposits")).hasSize(2);

        UUID sale = store(collecting("-8.00").on("soest-2").paidInCash("10.48"));

        assertThat(listed("?storeId=soest").isMissingNode()).isTrue();
        JsonNode collected = listed("?storeId=soest&q=ndiaye");
        assertThat(collected.at("/state").asString()).isEqualTo("COLLECTED");
        assertThat(collected.at("/deposits/2/saleId").asString()).isEqualTo(sale.toString());
        assertThat(cashier.get("/api/layaways/" + layaway).json()).isEqualTo(collected);
        String number = collected.at("/deposits/2/receiptNumber").asString();
        assertThat(listed("?storeId=soest&q=" + number)).isEqualTo(collected);
        assertThat(oddAboutDeposits(sale)).isEmpty();
    }

    @Test
    void aDepositIsReadBackAndAnnouncedAsATypeOfItsOwnThatHoldsNoRevenue() {
        SaleDocument document = setAside("5.00").paidInCash("20.00");
        UUID id = store(document);

        JsonNode found = cashier.get(pathOf(id)).json();
        JsonNode sent = json.readTree(json.writeValueAsBytes(document.deposit()));
        assertThat(found.at("/deposit")).isEqualTo(sent);
        assertThat(found.at("/documentType").asString()).isEqualTo("DEPOSIT");
        assertThat(found.at("/total").asString()).isEqualTo("0.00");
        assertThat(found.at("/change").asString()).isEqualTo("15.00");
        assertThat(eventOf(id).json().at("/deposit")).isEqualTo(sent);
        Contract.of("order", "sale-completed.v1").accepts(eventOf(id).body());
        assertThat(cashier.put(pathOf(id), document).status()).isEqualTo(200);
    }

    @Test
    void twoTillsThatSpendOneDepositBothStandAndTheSecondNamesTheFirst() {
        store(setAside("5.00").paidInCash("5.00"));
        UUID first = store(collecting("-5.00").paidInCash("13.48"));
        SaleDocument again = goods().deposit(REFUNDED, layaway, "-5.00", "18.48", "0.00")
                .on("soest-2")
                .paidInCash("-5.00");
        UUID second = store(again);

        String number = cashier.get(pathOf(first)).at("/receiptNumber");
        assertThat(oddAboutDeposits(second))
                .containsExactly("DEPOSIT_OVERSPENT Of the deposit for this 0 was left when 5 of it paid or went back;"
                        + " before it: receipt " + number + " of till soest-1.");
        assertThat(oddAboutDeposits(first)).isEmpty();
        assertThat(api.as(Token.manager("soest"))
                        .get("/api/tasks?storeId=soest")
                        .text())
                .contains("DEPOSIT_OVERSPENT");
    }

    @Test
    void whatDoesNotFitWhatWasAgreedStandsAndIsToldOn() {
        UUID stranger = store(
                goods().deposit(TAKEN, UuidV7.next(), "3.00", "18.48", "8.00").paidByCard());
        store(setAside("5.00").paidInCash("5.00"));
        UUID tooMuch =
                store(goods().deposit(TAKEN, layaway, "14.00", "18.48", "18.00").paidByCard());
        SalePricing agreed = new SalePricing(
                null,
                LocalDateTime.parse("2026-01-22T11:15"),
                null,
                null,
                null,
                null,
                List.of(agreed(1), agreed(2)),
                null);
        UUID dearer = store(goods().with(3, ESPRESSO)
                .with(1, CUP)
                .priced(agreed)
                .deposit(APPLIED, layaway, "-19.00", "18.48", "0.00")
                .paidInCash("4.47"));

        assertThat(oddAboutDeposits(dearer)).containsExactly("NOT_AS_AGREED ESP-250 was not set aside at 14.97.");
        assertThat(oddAboutDeposits(tooMuch))
                .containsExactly("DEPOSIT_ABOVE_AGREED 19 was paid in for goods that were set aside at 18.48.");
        assertThat(oddAboutDeposits(stranger)).singleElement().asString().startsWith("DEPOSIT_OF_UNKNOWN_LAYAWAY");
    }

    @Test
    void goodsThatComeBackWerePaidWithTheirDepositToo() {
        UUID taken = store(setAside("5.00").paidByCard());
        UUID sale = store(collecting("-5.00").paidInCash("13.48"));

        assertThat(tendersOf(sale)).containsExactlyInAnyOrder("CASH 13.48 0.00", "CARD 5.00 0.00");
        UUID back = store(goods().bringingBack(2, ESPRESSO, sale, 1)
                .bringingBack(1, CUP, sale, 2)
                .tendered(CARD, "-5.00", null, new RefundOf(taken, 1))
                .tendered(CASH, "-13.48", null, new RefundOf(sale, 1))
                .paidInAll());

        assertThat(tendersOf(sale)).containsExactlyInAnyOrder("CASH 13.48 13.48", "CARD 5.00 5.00");
        assertThat(oddAboutDeposits(back)).isEmpty();
    }

    @Test
    void aDiscountIsApprovedWhenGoodsAreSetAsideAndNotAgainAndADepositGoesBackLikeAReturn() {
        String rules = """
                {"storeId": "soest", "name": "Soest", "active": true, "lockAfterMinutes": null, "rules": [
                 {"action": "LINE_DISCOUNT", "above": null, "alone": ["SHIFT_LEAD"], "approvers": ["SHIFT_LEAD"]},
                 {"action": "RETURN", "above": {"amount": "4"}, "alone": ["SHIFT_LEAD"], "approvers": ["SHIFT_LEAD"]}]}""";
        assertThat(api.as(Token.manager("soest"))
                        .put("/api/approval-policies/" + UuidV7.next(), rules)
                        .status())
                .isEqualTo(201);
        GivenDiscount off = new GivenDiscount(null, new BigDecimal("1.00"));
        UUID first = store(today().withDiscount("1.00", 1, CUP)
                .priced(priced(new LinePricing(1, null, off)))
                .settingAside(layaway, "5.00", "Ada")
                .paidInCash("5.00"));
        UUID sale = store(today().withDiscount("1.00", 1, CUP)
                .priced(priced(new LinePricing(1, PriceOrigin.AGREED, off)))
                .deposit(APPLIED, layaway, "-5.00", "7.50", "0.00")
                .paidInCash("2.50"));
        UUID back = store(
                today().deposit(REFUNDED, layaway, "-5.00", "7.50", "0.00").paidInCash("-5.00"));

        assertThat(odd(first, "APPROVAL.*")).singleElement().asString().contains("A discount on the line (1.00)");
        assertThat(odd(sale, "APPROVAL.*")).isEmpty();
        assertThat(odd(back, "APPROVAL.*")).singleElement().asString().contains("A return (5.00)");
    }

    private static SaleFixture today() {
        return goods().at(Instant.now().plusSeconds(60).toString());
    }

    private static SalePricing priced(LinePricing line) {
        return new SalePricing(
                null, LocalDateTime.parse("2026-01-22T11:15"), null, null, null, null, List.of(line), null);
    }

    @Test
    void onlyItsStoreSeesWhatIsSetAside() {
        store(setAside("5.00").paidInCash("5.00"));
        Api stranger = api.as(Token.cashier("speyer"));

        assertThat(stranger.get("/api/layaways/" + layaway).status()).isEqualTo(404);
        assertThat(stranger.get("/api/layaways?storeId=soest").status()).isEqualTo(403);
        assertThat(cashier.get("/api/layaways/" + UuidV7.next()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /deposit/amount            | "0.00"      | /deposit/amount
                    /deposit/amount            | "18.48"     | /deposit/amount
                    /deposit/amount            | "-5.00"     | /deposit/amount
                    /deposit/balance           | "18.49"     | /deposit/balance
                    /deposit/kind              | "REFUNDED"  | /deposit/amount
                    /deposit/kind              | "APPLIED"   | /lines
                    /deposit/kind              | null        | /deposit/kind
                    /deposit/layawayId         | null        | /deposit/layawayId
                    /deposit/agreedTotal       | "18.47"     | /deposit/agreedTotal
                    /deposit/setAside/name     | " "         | /deposit/setAside/name
                    /deposit/setAside/name     | null        | /deposit/setAside/name
                    /deposit/setAside/lines    | []          | /deposit/setAside/lines
                    /deposit/setAside/lines/0/quantity | "0" | /deposit/setAside/lines/0/quantity
                    /deposit/setAside/lines/0/amount | "9.97" | /deposit/setAside/lines/0/amount
                    /tip                       | {"amount":"1.00","recipient":{"id":"b","name":"Ben"}} | /tip
                    /tenders/0/amount          | "6.00"      | /tenders
                    """)
    void aDepositThatMakesNoSenseIsRefusedWithAWord(String field, String value, String pointer) {
        ObjectNode document = (ObjectNode)
                json.readTree(json.writeValueAsBytes(setAside("5.00").paidInCash("5.00")));
        int last = field.lastIndexOf('/');
        ((ObjectNode) document.at(field.substring(0, last))).set(field.substring(last + 1), json.readTree(value));

        Api.Answer answer = cashier.put(anyPath(), document);

        assertThat(answer.status()).as(answer.toString()).isIn(400, 422);
        assertThat(answer.json().at("/errors").findValuesAsString("pointer")).contains(pointer);
    }

    @Test
    void moreThanTheGoodsCostIsNotAppliedAndGoodsAreNotSoldWithADepositThatIsTaken() {
        SaleDocument more = goods().with(1, CUP)
                .deposit(APPLIED, layaway, "-8.51", "18.48", "0.00")
                .paidInCash("0.00");
        assertThat(cashier.put(anyPath(), more).at("/errors/0/pointer")).isEqualTo("/deposit/amount");
        SaleDocument both = goods().with(1, CUP)
                .deposit(TAKEN, layaway, "1.00", "18.48", "1.00")
                .paidInCash("9.50");
        assertThat(cashier.put(anyPath(), both).at("/errors/0/pointer")).isEqualTo("/lines");
    }

    private static LinePricing agreed(int line) {
        return new LinePricing(line, PriceOrigin.AGREED, null);
    }

    private static SaleFixture goods() {
        return aSale().in("soest");
    }

    private SaleFixture setAside(String amount) {
        return goods().with(2, ESPRESSO).with(1, CUP).settingAside(layaway, amount, "Ada Ndiaye");
    }

    private SaleFixture collecting(String amount) {
        return goods().with(2, ESPRESSO)
                .with(1, CUP)
                .knownElsewhereAs("E-" + layaway)
                .deposit(APPLIED, layaway, amount, "18.48", "0.00");
    }

    private UUID store(SaleDocument document) {
        UUID id = UuidV7.next();
        Api.Answer stored = cashier.put(pathOf(id), document);
        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        return id;
    }

    private JsonNode listed(String query) {
        for (JsonNode each : cashier.get("/api/layaways" + query).json().at("/items")) {
            if (each.at("/id").asString().equals(layaway.toString())) {
                return each;
            }
        }
        return json.createObjectNode().at("/none");
    }

    /** What the review found out about deposits and refunds, once it has passed the document. */
    private List<String> oddAboutDeposits(UUID sale) {
        return odd(sale, "(DEPOSIT|REFUND|NOT_AS).*");
    }

    private List<String> odd(UUID sale, String kinds) {
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
                .filter(each -> each.matches(kinds))
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

    private List<String> tendersOf(UUID sale) {
        return cashier.get(pathOf(sale) + "/tenders")
                .json()
                .at("/items")
                .valueStream()
                .map(each ->
                        each.at("/type").asString() + " " + each.at("/paid").asString() + " "
                                + each.at("/wentBack").asString())
                .toList();
    }
}
