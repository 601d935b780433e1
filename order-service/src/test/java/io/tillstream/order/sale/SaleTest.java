package io.tillstream.order.sale;

import static io.tillstream.order.sale.Product.CUP;
import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.anyPath;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.order.StatementLog;
import io.tillstream.order.sale.SaleLine.TaxPart;
import io.tillstream.order.sale.SalePricing.GivenDiscount;
import io.tillstream.order.sale.SalePricing.LinePricing;
import io.tillstream.order.sale.SalePricing.PriceOrigin;
import io.tillstream.order.sale.SalePricing.PromotionShare;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class SaleTest {

    private static final SalePricing PROMOTED = new SalePricing(
            4711L,
            LocalDateTime.parse("2026-01-22T11:15:00"),
            "STAFF",
            null,
            List.of("SAVE1"),
            null,
            List.of(new LinePricing(1, PriceOrigin.KEPT, new GivenDiscount(null, new BigDecimal("0.50")))),
            List.of(new PromotionShare(
                    UUID.fromString("0190a6f0-7c00-7000-8000-00000000ca05"), "Save 1", 1, new BigDecimal("1.00"))));

    private final Api cashier;
    private final Api api;
    private final TestBroker broker;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final StatementLog statements;

    SaleTest(Api api, TestBroker broker, JdbcClient jdbc, JsonMapper json, StatementLog statements) {
        this.api = api;
        this.cashier = api.as(Token.cashier("berlin"));
        this.broker = broker;
        this.jdbc = jdbc;
        this.json = json;
        this.statements = statements;
    }

    @Test
    void aPaidSaleIsReadBackAsItWasSent() {
        UUID id = UuidV7.next();
        SaleDocument sale = aSale().with(2, ESPRESSO).with("0.250", CUP).paidInCash("20.00");

        Api.Answer stored = cashier.put(pathOf(id), sale);
        JsonNode found = cashier.get(pathOf(id)).json();

        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        assertThat(stored.at("/total")).isEqualTo("12.11");
        assertThat(stored.at("/documentType")).isEqualTo("SALE");
        assertThat(found.at("/recordedAt")).isEqualTo(stored.json().at("/recordedAt"));
        assertThat(found.at("/cashierName").asString()).isNotEmpty();
        ObjectNode sent =
                (ObjectNode) json.readTree(json.writeValueAsBytes(sale).clone());
        ((ObjectNode) sent.at("/lines/1")).put("quantity", "0.25");
        sent.properties()
                .forEach(field ->
                        assertThat(found.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
    }

    @Test
    void aResentSaleIsAnsweredTheSameAndAnAlteredOneIsRefused() {
        String path = anyPath();
        SaleDocument sale = aSale().with(2, ESPRESSO).paidInCash("10.00");

        Api.Answer first = cashier.put(path, sale);
        Api.Answer second = api.as(Token.manager("berlin")).put(path, sale);
        Api.Answer altered = cashier.put(path, aSale().with(1, ESPRESSO).paidInCash("10.00"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(altered.status()).isEqualTo(409);
        assertThat(altered.problem()).isEqualTo("already-stored-differently");
    }

    @Test
    void whatThePricesWereMadeOfIsReadBackAndAnnounced() {
        UUID id = UuidV7.next();
        SaleDocument sale = aSale().withDiscount("1.50", 2, ESPRESSO)
                .with(1, CUP)
                .priced(PROMOTED)
                .paidInCash("20.00");

        assertThat(cashier.put(pathOf(id), sale).status()).isEqualTo(201);

        JsonNode sent = json.readTree(json.writeValueAsBytes(PROMOTED));
        assertThat(cashier.get(pathOf(id)).json().at("/pricing")).isEqualTo(sent);
        TestBroker.Received event = eventsOf(id).getFirst();
        assertThat(event.json().at("/pricing")).isEqualTo(sent);
        Contract.of("order", "sale-completed.v1").accepts(event.body());
        assertThat(cashier.put(pathOf(id), sale).status()).isEqualTo(200);
    }

    @Test
    void whatALineSaysOfItsTaxesAndItsGoodsIsReadBackAndAnnounced() {
        UUID id = UuidV7.next();
        SaleDocument sale = aSale().with(1, CUP)
                .plusTaxes(
                        new TaxPart("GST", new BigDecimal("5"), new BigDecimal("0.43")),
                        new TaxPart("QST", new BigDecimal("9.975"), new BigDecimal("0.85")))
                .outOf(new Batch("L-7", "S-1", LocalDate.parse("2026-12-31")))
                .with(2, ESPRESSO)
                .taxed("0.65")
                .outOf(new Batch("L-8", null, null))
                .paidByCard();

        Api.Answer stored = cashier.put(pathOf(id), sale);

        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        JsonNode sent = json.readTree(json.writeValueAsBytes(sale)).at("/lines");
        assertThat(sent.at("/0/taxParts/1/tax").asString()).isEqualTo("0.85");
        assertThat(sent.at("/1/batch")).isEqualTo(json.readTree("{\"lot\": \"L-8\"}"));
        assertThat(cashier.get(pathOf(id)).json().at("/lines")).isEqualTo(sent);
        TestBroker.Received event = eventsOf(id).getFirst();
        assertThat(event.json().at("/lines")).isEqualTo(sent);
        Contract.of("order", "sale-completed.v1").accepts(event.body());
        assertThat(cashier.put(pathOf(id), sale).status()).isEqualTo(200);
    }

    @Test
    void notesAndWhyGoodsCameBackAreReadBackAndAnnounced() {
        UUID id = UuidV7.next();
        ComeBack broken = new ComeBack(ComeBack.Reason.DEFECTIVE, ComeBack.Condition.DAMAGED);
        SaleDocument sale = aSale().with(2, ESPRESSO)
                .noted("for Rita", null)
                .bringingBack(1, CUP, UuidV7.next(), 1)
                .noted(null, broken)
                .paidByCard();

        Api.Answer stored = cashier.put(pathOf(id), sale);

        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        JsonNode sent = json.readTree(json.writeValueAsBytes(sale)).at("/lines");
        assertThat(sent.at("/0/note").asString()).isEqualTo("for Rita");
        assertThat(sent.at("/1/comeBack/condition").asString()).isEqualTo("DAMAGED");
        assertThat(cashier.get(pathOf(id)).json().at("/lines")).isEqualTo(sent);
        TestBroker.Received event = eventsOf(id).getFirst();
        assertThat(event.json().at("/lines")).isEqualTo(sent);
        Contract.of("order", "sale-completed.v1").accepts(event.body());
    }

    @Test
    void thatTheAgeWasLookedAtIsReadBackAndAnnounced() {
        UUID id = UuidV7.next();
        Instant answered = Instant.parse("2026-11-22T10:14:41Z");
        AgeCheck check = new AgeCheck(18, LocalDate.parse("2008-11-22"), answered, new RungUpBy("b1", "Ben"));
        SaleDocument sale = aSale().with(1, CUP).oldEnoughFor(check).paidByCard();

        Api.Answer stored = cashier.put(pathOf(id), sale);

        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        JsonNode sent = json.readTree(json.writeValueAsBytes(check));
        assertThat(cashier.get(pathOf(id)).json().at("/ageCheck")).isEqualTo(sent);
        TestBroker.Received event = eventsOf(id).getFirst();
        assertThat(event.json().at("/ageCheck")).isEqualTo(sent);
        Contract.of("order", "sale-completed.v1").accepts(event.body());
        assertThat(cashier.put(pathOf(id), sale).status()).isEqualTo(200);
    }

    @Test
    void aTipIsReadBackAndAnnouncedAndNoPartOfTheTotal() {
        UUID id = UuidV7.next();
        SaleDocument sale = aSale().with(1, CUP).tipping("1.50", "b1", "Ben").paidByCard();

        Api.Answer stored = cashier.put(pathOf(id), sale);

        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        assertThat(stored.at("/total")).isEqualTo("8.50");
        JsonNode found = cashier.get(pathOf(id)).json();
        JsonNode sent = json.readTree(json.writeValueAsBytes(sale.tip()));
        assertThat(found.at("/tip")).isEqualTo(sent);
        assertThat(found.at("/tenders/0/amount").asString()).isEqualTo("10.00");
        TestBroker.Received event = eventsOf(id).getFirst();
        assertThat(event.json().at("/tip")).isEqualTo(sent);
        Contract.of("order", "sale-completed.v1").accepts(event.body());
        assertThat(cashier.put(pathOf(id), sale).status()).isEqualTo(200);
    }

    @Test
    void moneyThatNoTipExplainsIsRefusedAndATipGoesBackOnlyWithGoods() {
        JsonNode sale = json.readTree(json.writeValueAsBytes(
                aSale().with(1, CUP).tipping("1.50", "b1", "Ben").paidByCard()));
        ((ObjectNode) sale.at("/tip")).put("amount", "1.49");
        Api.Answer less = cashier.put(anyPath(), sale);
        assertThat(less.problem()).as(less.toString()).isEqualTo("sale-does-not-add-up");
        assertThat(less.at("/errors/0/pointer")).isEqualTo("/tenders");

        SaleFixture taken = aSale().with(1, CUP).tipping("-1.50", "b1", "Ben");
        SaleFixture back = aSale().bringingBack(1, CUP, UuidV7.next(), 1).tipping("-1.50", "b1", "Ben");
        assertThat(cashier.put(anyPath(), taken.paidInCash("7.00")).at("/errors/0/pointer"))
                .isEqualTo("/tip/amount");
        assertThat(cashier.put(anyPath(), back.paidInCash("-10.00")).status()).isEqualTo(201);
    }

    @Test
    void foreignCashIsKeptAsItWasHandedOverAndChangeIsOfTheStoresOwn() {
        UUID id = UuidV7.next();
        SaleDocument sale =
                aSale().with(2, CUP).tenderedIn("CHF", "20.00", "1.0432").paidInAll();

        Api.Answer stored = cashier.put(pathOf(id), sale);

        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        JsonNode sent = json.readTree(json.writeValueAsBytes(sale.tenders()));
        assertThat(sent.at("/0/amount").asString()).isEqualTo("20.86");
        JsonNode found = cashier.get(pathOf(id)).json();
        assertThat(found.at("/tenders")).isEqualTo(sent);
        assertThat(found.at("/change").asString()).isEqualTo("3.86");
        TestBroker.Received event = eventsOf(id).getFirst();
        assertThat(event.json().at("/tenders")).isEqualTo(sent);
        Contract.of("order", "sale-completed.v1").accepts(event.body());
        assertThat(cashier.put(pathOf(id), sale).status()).isEqualTo(200);
    }

    @Test
    void foreignCashWorthSomethingElseIsRefused() {
        JsonNode sale = json.readTree(json.writeValueAsBytes(
                aSale().with(2, CUP).tenderedIn("CHF", "20.00", "1.0432").paidInAll()));
        ((ObjectNode) sale.at("/tenders/0/foreign")).put("rate", "1.0442");

        Api.Answer refused = cashier.put(anyPath(), sale);

        assertThat(refused.problem()).as(refused.toString()).isEqualTo("sale-does-not-add-up");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/tenders/0/amount");
        assertThat(refused.at("/errors/0/detail")).contains("20.86", "20.88");
    }

    @Test
    void taxesOfLinesThatDoNotAddUpAreRefused() {
        SaleFixture sale = aSale().with(2, ESPRESSO).taxed("0.65").with(1, CUP).taxed("1.36");
        JsonNode document = json.readTree(json.writeValueAsBytes(sale.paidByCard()));
        ((ObjectNode) document.at("/lines/0")).put("tax", "0.64");
        Api.Answer otherwise = cashier.put(anyPath(), document);
        ((ObjectNode) document.at("/lines/0")).put("tax", "0.65").set("taxParts", json.readTree("""
                [{"component": "A", "rate": "3", "tax": "0.30"}, {"component": "B", "rate": "4", "tax": "0.36"}]"""));
        Api.Answer parts = cashier.put(anyPath(), document);

        assertThat(otherwise.status()).as(otherwise.toString()).isEqualTo(422);
        assertThat(otherwise.at("/errors/0/pointer")).isEqualTo("/taxes/0/tax");
        assertThat(parts.status()).as(parts.toString()).isEqualTo(422);
        assertThat(parts.at("/errors/0/pointer")).isEqualTo("/lines/0/tax");
        assertThat(cashier.put(anyPath(), sale.paidByCard()).status()).isEqualTo(201);
    }

    /** The cent that a part's price is short of: three for 1.00 come back for 0.33, 0.34 and 0.33. */
    @Test
    void onlyALineThatNamesWhatItBringsBackMayGiveBackMoreThanItsPrice() {
        Product third = new Product(UuidV7.next(), "THIRD", "Third", "0.333", "STANDARD", "19.00");
        UUID sold = UuidV7.next();
        SaleDocument named =
                aSale().bringingBack(1, third, "0.01", sold, 1).taxed("-0.05").paidByCard();
        assertThat(cashier.put(anyPath(), named).status()).isEqualTo(201);
        JsonNode nameless = json.readTree(json.writeValueAsBytes(named));
        ((ObjectNode) nameless.at("/lines/0")).putNull("returnOf");
        assertThat(cashier.put(anyPath(), nameless).at("/errors/0/pointer")).isEqualTo("/lines/0/discount");
    }

    /** A sale that was stored before documents said anything of their prices is resent by a till that does not know them either. */
    @Test
    void aDocumentThatSaysNothingOfItsPricesHasTheFingerprintItAlwaysHad() {
        String document = json.writeValueAsString(aSale().with(1, CUP).paidByCard());
        assertThat(document)
                .doesNotContain(
                        "pricing",
                        "taxAdded",
                        "taxParts",
                        "\"batch\"",
                        "note",
                        "comeBack",
                        "ageCheck",
                        "\"tip\"",
                        "foreign");
        assertThat(json.readTree(document).at("/lines/0").has("tax")).isFalse();
    }

    @Test
    void aSaleSentTwentyTimesAtOnceIsStoredOnce() throws Exception {
        UUID id = UuidV7.next();
        SaleDocument sale = aSale().with(2, ESPRESSO).paidInCash("10.00");
        List<Future<Api.Answer>> answers = new ArrayList<>();
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                answers.add(tills.submit(() -> cashier.put(pathOf(id), sale)));
            }
        }

        List<Integer> statuses = new ArrayList<>();
        for (Future<Api.Answer> answer : answers) {
            statuses.add(answer.get().status());
        }
        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(eventsOf(id)).hasSize(1);
    }

    @Test
    void aSaleIsOneStatement() {
        statements.clear();
        cashier.put(anyPath(), aSale().with(2, ESPRESSO).with(1, CUP).paidInCash("20.00"));
        assertThat(statements.ofRequests()).hasSize(1).first().asString().startsWith("with accepted as");
    }

    @Test
    void theEventIsWhatTheContractSays() {
        UUID sold = UuidV7.next();
        UUID returned = UuidV7.next();
        cashier.put(pathOf(sold), aSale().with(2, ESPRESSO).with(1, CUP).paidInCash("20.00"));
        cashier.put(pathOf(returned), aSale().bringingBack(1, ESPRESSO, sold, 1).paidInCash("-4.99"));

        Contract contract = Contract.of("order", "sale-completed.v1");
        assertThat(contract.examples()).hasSizeGreaterThan(1);
        eventsOf(sold).forEach(event -> contract.accepts(event.body()));
        TestBroker.Received event = eventsOf(returned).getFirst();
        contract.accepts(event.body());
        assertThat(event.json().at("/documentType").asString()).isEqualTo("RETURN");
        assertThat(event.json().at("/lines/0/returnOf/saleId").asString()).isEqualTo(sold.toString());
        assertThat(event.header("traceparent")).startsWith("00-");
    }

    @Test
    void aCashierOfAnotherStoreNeitherSellsNorReadsHere() {
        String path = anyPath();
        Api stranger = api.as(Token.cashier("hamburg"));
        SaleDocument sale = aSale().with(1, CUP).paidByCard();

        Api.Answer refused = stranger.put(path, sale);
        cashier.put(path, sale);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("not-your-store");
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get("/api/sales?storeId=berlin").status()).isEqualTo(404);
        assertThat(stranger.get("/api/sales?receiptNumber=" + sale.receiptNumber())
                        .json()
                        .at("/items")
                        .isEmpty())
                .isTrue();
        assertThat(api.as(Token.accountant()).put(path, sale).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/lines/0/quantity | \"0\"          | /lines/0/quantity",
                "/lines/0/quantity | \"-2\"         | /lines/0/quantity",
                "/lines/0/quantity | \"1.0001\"     | /lines/0/quantity",
                "/lines/0/quantity | \"1e9\"        | /lines/0/quantity",
                "/lines/0/quantity | 2              | /lines/0/quantity",
                "/lines/0/quantity | null           | /lines/0/quantity",
                "/lines/0/quantity | \"9999999999999\" | /lines/0/quantity",
                "/lines/0/unitPrice | \"-4.99\"     | /lines/0/unitPrice",
                "/lines/0/unitPrice | \"4.99001\"   | /lines/0/unitPrice",
                "/lines/0/kind     | \"GIFT\"       | /lines/0/kind",
                "/lines/0/lineNo   | 0              | /lines/0/lineNo",
                "/lines/1/lineNo   | 1              | /lines/1/lineNo",
                "/lines/0/sku      | \" \"          | /lines/0/sku",
                "/lines/0/name     | \"a\\u0000b\"  | /lines/0/name",
                "/lines/0/surprise | 1              | /lines/0/surprise",
                "/lines/0/returnOf | {\"saleId\":\"0190a6f0-7c00-7000-8000-000000000001\",\"lineNo\":1} | /lines/0/returnOf",
                "/lines/0/tax      | \"0.00001\"    | /lines/0/tax",
                "/lines/0/taxParts | []             | /lines/0/taxParts",
                "/lines/0/batch    | {\"lot\":\"\"} | /lines/0/batch/lot",
                "/lines/0/batch    | {\"expiryDate\":\"soon\"} | /lines/0/batch/expiryDate",
                "/lines/0/note     | \" \" | /lines/0/note",
                "/lines/0/comeBack | {\"reason\":\"OTHER\",\"condition\":\"SELLABLE\"} | /lines/0/comeBack",
                "/lines            | []             | /lines",
                "/lines            | null           | /lines",
                "/lines            | [null]         | /lines/0",
                "/tenders/0/type   | null           | /tenders/0/type",
                "/tenders/0/amount | null           | /tenders/0/amount",
                "/taxes            | null           | /taxes",
                "/taxes/1          | {\"category\":\"REDUCED\",\"rate\":\"7\",\"net\":\"1\",\"tax\":\"0\",\"gross\":\"1\"} | /taxes/1",
                "/currency         | \"EURO\"       | /currency",
                "/receiptNumber    | -1             | /receiptNumber",
                "/receiptNumber    | null           | /receiptNumber",
                "/occurredAt       | \"yesterday\"  | /occurredAt",
                "/occurredAt       | null           | /occurredAt",
                "/businessDate     | \"2026-13-01\" | /businessDate",
                "/change           | \"-1\"         | /change",
                "/storeId          | null           | /storeId",
                "/surprise         | true           | /surprise",
                "/ageCheck         | {\"age\":18}     | /ageCheck",
                "/tenders/0/foreign | {\"currency\":\"EUR\",\"amount\":\"5\",\"rate\":\"1\"} | /tenders/0/foreign/currency",
                "/tenders/0/foreign | {\"currency\":\"CHF\",\"amount\":\"0\",\"rate\":\"1\"} | /tenders/0/foreign/amount",
                "/tenders/0/foreign | {\"currency\":\"CHF\",\"amount\":\"5\",\"rate\":\"0\"} | /tenders/0/foreign/rate",
                "/tip              | {\"amount\":\"0.00\",\"recipient\":{\"id\":\"b\",\"name\":\"Ben\"}} | /tip/amount",
                "/tip              | {\"amount\":\"1.00\"} | /tip/recipient",
                "/tip              | {\"recipient\":{\"id\":\"b\",\"name\":\"Ben\"}} | /tip/amount",
                "/pricing          | {}             | /pricing/at",
                "/pricing          | {\"at\":\"2026-01-22T11:15Z\"} | /pricing/at",
                "/pricing          | {\"at\":\"2026-01-22T11:15\",\"priceBookVersion\":-1} | /pricing/priceBookVersion",
                "/pricing          | {\"at\":\"2026-01-22T11:15\",\"coupons\":[\"\"]} | /pricing/coupons/0",
                "/pricing          | {\"at\":\"2026-01-22T11:15\",\"basketDiscount\":{}} | /pricing/basketDiscount",
                "/pricing          | {\"at\":\"2026-01-22T11:15\",\"basketDiscount\":{\"percent\":\"101\"}} | /pricing/basketDiscount",
                "/pricing          | {\"at\":\"2026-01-22T11:15\",\"lines\":[{\"lineNo\":3}]} | /pricing/lines/0",
                "/pricing          | {\"at\":\"2026-01-22T11:15\",\"lines\":[{\"lineNo\":1},{\"lineNo\":1}]} | /pricing/lines/1",
                "/pricing          | {\"at\":\"2026-01-22T11:15\",\"promotions\":[{\"lineNo\":1,\"name\":\"\",\"amount\":\"1\"}]} | /pricing/promotions/0"
            })
    void aMalformedSaleIsRefusedAtItsPlace(String place, String value, String pointer) {
        Api.Answer answer = cashier.put(anyPath(), altered(place, value));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-request");
        assertThat(answer.at("/errors/0/pointer")).as(answer.toString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "/lines/0/amount, 9.99, /lines/0/amount",
        "/lines/0/discount, 1.00, /lines/0/amount",
        "/total, 18.47, /total",
        "/taxes/0/net, 9.30, /taxes/0/gross",
        "/taxes/1/gross, 8.00, /taxes/1/gross",
        "/cashRounding, 0.02, /tenders",
        "/tenders/0/amount, 19.00, /tenders",
        "/change, 1.53, /tenders"
    })
    void aSaleThatDoesNotAddUpIsRefused(String place, String value, String pointer) {
        Api.Answer answer = cashier.put(anyPath(), altered(place, '"' + value + '"'));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("sale-does-not-add-up");
        assertThat(answer.at("/errors/0/pointer")).as(answer.toString()).isEqualTo(pointer);
    }

    @Test
    void aThousandLinesAreTakenAndOneMoreIsNot() {
        SaleFixture long1 = aSale();
        for (int i = 0; i < 1_000; i++) {
            long1.with(1, CUP);
        }

        assertThat(cashier.put(anyPath(), long1.paidByCard()).status()).isEqualTo(201);
        Api.Answer tooLong = cashier.put(anyPath(), long1.with(1, CUP).paidByCard());
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.at("/errors/0/pointer")).isEqualTo("/lines");
    }

    @Test
    void storedSalesCannotBeChanged() {
        for (String table : List.of("sale", "sale_line", "tender", "sale_anomaly")) {
            assertThat(jdbc.sql("select has_table_privilege(current_user, ?, 'UPDATE, DELETE, TRUNCATE')")
                            .param(table)
                            .query(Boolean.class)
                            .single())
                    .as(table)
                    .isFalse();
        }
    }

    @Test
    void promotionsTakeOffNoMoreThanTheDiscount() {
        Api.Answer answer = cashier.put(
                anyPath(),
                aSale().withDiscount("0.99", 2, ESPRESSO).priced(PROMOTED).paidByCard());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/lines/0/discount");
        assertThat(answer.at("/errors/0/detail")).isEqualTo("This is 0.99, but promotions took off 1.00.");
    }

    private JsonNode altered(String place, String value) {
        JsonNode sale = json.readTree(
                json.writeValueAsBytes(aSale().with(2, ESPRESSO).with(1, CUP).paidInCash("20.00")));
        int cut = place.lastIndexOf('/');
        switch (sale.at(place.substring(0, cut))) {
            case ArrayNode list -> list.set(Integer.parseInt(place.substring(cut + 1)), json.readTree(value));
            case ObjectNode object -> object.set(place.substring(cut + 1), json.readTree(value));
            default -> throw new IllegalArgumentException(place);
        }
        return sale;
    }

    private List<TestBroker.Received> eventsOf(UUID sale) {
        return await().until(
                        () -> broker.received("pos.order.sale", "order.sale-completed.v1").stream()
                                .filter(event -> event.key().equals(sale.toString()))
                                .toList(),
                        events -> !events.isEmpty());
    }
}
