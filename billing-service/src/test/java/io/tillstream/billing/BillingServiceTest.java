package io.tillstream.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.OpenApiContract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class BillingServiceTest {
    private static final String BILL_TO = """
            {"name": "Müller & Söhne <GmbH>", "address": {"street": "Hauptstraße 5", "postalCode": "10827", "city": "Berlin",
             "country": "DE"}, "taxId": "DE999999999"}""";

    private final Api api;
    private final TestBroker broker;
    private final JdbcClient database;

    BillingServiceTest(Api api, TestBroker broker, JdbcClient database) {
        this.api = api;
        this.broker = broker;
        this.database = database;
    }

    @Test
    void aSaleIsInvoicedWithEverythingTheLawWants() {
        String store = newStore("DE 811/569.869");
        UUID sale = sold(store, SaleJson.TWO_RATES);
        UUID id = UuidV7.next();

        Api.Answer answer = invoice(store, id, sale);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.at("/number")).matches("20[0-9]{2}-000001");
        assertThat(answer.at("/seller/taxNumber")).isEqualTo("DE 811/569.869");
        assertThat(answer.at("/seller/address/city")).isEqualTo("Berlin");
        assertThat(answer.at("/billTo/name")).isEqualTo("Müller & Söhne <GmbH>");
        assertThat(answer.at("/supplyDate")).isEqualTo("2026-11-22");
        assertThat(answer.at("/lines/0/name")).isEqualTo("Espresso 250 g");
        assertThat(answer.at("/taxes/1/tax")).isEqualTo("1.60");
        assertThat(List.of(answer.at("/net"), answer.at("/tax"), answer.at("/total")))
                .containsExactly("17.72", "2.25", "19.97");
        assertThat(answer.at("/status")).isEqualTo("PAID");
        TestBroker.Received event = issued(id);
        Contract.of("billing", "customer-invoice-issued.v1").accepts(event.body());
        assertThat(new String(event.body(), StandardCharsets.UTF_8)).doesNotContain("Müller");
        assertThat(cashier(store).get("/api/customer-invoices/" + id).text()).isEqualTo(answer.text());
    }

    @Test
    void aTipIsNoPartOfWhatIsInvoiced() {
        String store = newStore("DE 811/569.870");
        UUID sale = sold(
                store,
                SaleJson.TWO_RATES.replace("\"10.00\"", "\"11.00\"")
                        + ", \"tip\": {\"amount\": \"2.00\", \"recipient\": {\"id\": \"a\", \"name\": \"Anna\"}}");

        Api.Answer answer = invoice(store, UuidV7.next(), sale);

        assertThat(List.of(answer.at("/total"), answer.at("/paid"), answer.at("/due"), answer.at("/tip")))
                .containsExactly("19.97", "19.97", "0.00", "2.00");
    }

    @Test
    void goodsThatWereSetAsideAreInvoicedWhenTheyLeaveAndWithWhatWasPaidBefore() {
        String store = newStore("DE 811/569.870");
        String deposit =
                ", \"deposit\": {\"layawayId\": \"" + UuidV7.next() + "\", \"kind\": \"%s\", \"amount\": \"%s\"}";
        UUID taken = sold(store, SaleJson.DEPOSIT + deposit.formatted("TAKEN", "5.00"));
        UUID collected = sold(
                store, SaleJson.TWO_RATES.replace("\"10.00\"", "\"7.50\"") + deposit.formatted("APPLIED", "-5.00"));

        Api.Answer refused = invoice(store, UuidV7.next(), taken);
        Api.Answer answer = invoice(store, UuidV7.next(), collected);

        assertThat(refused.problem()).as(refused.toString()).isEqualTo("sale-is-deposit");
        assertThat(List.of(answer.at("/total"), answer.at("/paid"), answer.at("/due"), answer.at("/paidBefore")))
                .containsExactly("19.97", "19.97", "0.00", "5.00");
    }

    @Test
    void anInvoiceSentAgainIsTheSameAndASaleIsInvoicedOnce() {
        String store = newStore("DE1");
        UUID sale = sold(store, SaleJson.TWO_RATES);
        UUID id = UuidV7.next();
        Api.Answer first = invoice(store, id, sale);

        Api.Answer again = invoice(store, id, sale);
        Api.Answer altered = cashier(store)
                .put("/api/customer-invoices/" + id, request(sale).replace("Hauptstraße 5", "Hauptstraße 6"));
        Api.Answer second = invoice(store, UuidV7.next(), sale);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(altered.problem()).isEqualTo("already-stored-differently");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("sale-already-invoiced");
        assertThat(second.at("/detail")).contains(first.at("/number"));
    }

    @Test
    void numbersHaveNoGapsAndNoDoublesWhoeverIsInAHurry() throws Exception {
        String store = newStore("DE2");
        String sister = newStore("de 2");
        List<UUID> sales = IntStream.range(0, 12)
                .mapToObj(i -> sold(i % 2 == 0 ? store : sister, SaleJson.TWO_RATES))
                .toList();

        List<Integer> answers = atOnce(sales.stream()
                .flatMap(sale -> IntStream.range(0, 3)
                        .<Callable<Integer>>mapToObj(i -> () -> api.as(Token.accountant())
                                .put("/api/customer-invoices/" + UuidV7.next(), request(sale))
                                .status()))
                .toList());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(12);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(24);
        assertThat(database.sql("select sequence from customer_invoice where seller_key = 'DE:DE2' order by sequence")
                        .query(Integer.class)
                        .list())
                .isEqualTo(IntStream.rangeClosed(1, 12).boxed().toList());
        assertThat(issuedUnder("DE:DE2")).isEqualTo(12);
    }

    @Test
    void aSaleThatHasNotArrivedIsNotInvoicedYet() {
        String store = newStore("DE3");
        UUID sale = UuidV7.next();

        Api.Answer early = invoice(store, UuidV7.next(), sale);
        assertThat(early.status()).isEqualTo(404);
        assertThat(early.problem()).isEqualTo("sale-not-known");
        assertThat(early.at("/detail")).contains("arrive");

        publish(SaleJson.of(sale, store, SaleJson.TWO_RATES), sale);
        await().until(() -> invoice(store, UuidV7.next(), sale).status() == 201);
    }

    @Test
    void returnsAreRefusedInClearWords() {
        String store = newStore("DE4");

        Api.Answer answer = invoice(store, UuidV7.next(), sold(store, SaleJson.EXCHANGE));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("sale-holds-returns");
        assertThat(answer.at("/detail")).contains("credit note");
    }

    @Test
    void aStoreWithoutTaxNumberCannotIssueInvoicesUntilItHasOne() {
        String store = newStore(null);
        UUID sale = sold(store, SaleJson.TWO_RATES);
        assertThat(invoice(store, UuidV7.next(), sale).problem()).isEqualTo("seller-incomplete");

        tellStore(store, "DE5", 3);
        tellStore(store, null, 2);
        await().until(() -> "DE5".equals(taxNumberOf(store)));

        assertThat(invoice(store, UuidV7.next(), sale).status()).isEqualTo(201);
    }

    @Test
    void theSellerOnAnInvoiceStaysWhatItWas() {
        String store = newStore("DE6");
        UUID id = UuidV7.next();
        invoice(store, id, sold(store, SaleJson.TWO_RATES));

        tellStore(store, "DE6-NEW", 2);
        await().until(() -> "DE6-NEW".equals(taxNumberOf(store)));

        assertThat(cashier(store).get("/api/customer-invoices/" + id).at("/seller/taxNumber"))
                .isEqualTo("DE6");
    }

    @Test
    void aSaleDeliveredTwiceIsCopiedOnce() {
        UUID sale = UuidV7.next();
        UUID event = UuidV7.next();
        byte[] body = SaleJson.of(sale, "berlin", SaleJson.TWO_RATES).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            broker.publish(event, "pos.order.sale", "order.sale-completed.v1", sale.toString(), 1, body);
        }
        UUID resent = broker.publish("pos.order.sale", "order.sale-completed.v1", sale.toString(), body);

        await().until(() -> count("select count(*) from inbox where event_id = ?", resent) == 1);
        assertThat(count("select count(*) from sale_copy where sale_id = ?", sale))
                .isOne();
    }

    @Test
    void thePageShowsAllAndIsTheSameEveryTime() throws IOException {
        String store = newStore("DE7");
        UUID id = UuidV7.next();
        Api.Answer invoice = invoice(store, id, sold(store, SaleJson.TWO_RATES));

        Api.Answer pdf = cashier(store).get("/api/customer-invoices/" + id + "/pdf");
        Api.Answer again = cashier(store).get("/api/customer-invoices/" + id + "/pdf");

        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.bytes()).isEqualTo(again.bytes());
        Files.write(Path.of("target", "invoice.pdf"), pdf.bytes());
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(invoice.at("/number"), "Müller & Söhne <GmbH>", "DE999999999", "Hauptstraße 5")
                    .contains("Espresso 250 g", "ESP-250", "22 November 2026", "Germany")
                    .contains("9.33", "0.65", "9.98", "19.97", "Paid by card", "Paid in cash", "−0.03", "Page 1 of 1");
        }
    }

    @Test
    void aLongInvoiceOfStrangeNamesGoesOverSeveralPages() throws IOException {
        String store = newStore("DE8");
        UUID id = UuidV7.next();
        invoice(store, id, sold(store, SaleJson.manyLines(90)));

        Api.Answer pdf = cashier(store).get("/api/customer-invoices/" + id + "/pdf");

        Files.write(Path.of("target", "long-invoice.pdf"), pdf.bytes());
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Ελληνικός καφές", "Кофе молотый", "Page 3 of", "script");
            // every page of lines has its column titles; the last page may hold the totals alone
            assertThat(text.split("Description", -1)).hasSizeGreaterThanOrEqualTo(document.getNumberOfPages());
        }
    }

    @Test
    void anInvoiceBelongsToItsStore() {
        String store = newStore("DE9");
        UUID sale = sold(store, SaleJson.TWO_RATES);
        UUID id = UuidV7.next();
        invoice(store, id, sale);
        Api elsewhere = api.as(Token.cashier("elsewhere"));

        assertThat(elsewhere.get("/api/customer-invoices/" + id).status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/customer-invoices/" + id + "/pdf").status())
                .isEqualTo(404);
        assertThat(elsewhere.get("/api/customer-invoices?storeId=" + store).status())
                .isEqualTo(404);
        assertThat(elsewhere.get("/api/customer-invoices").json().at("/items").size())
                .isZero();
        assertThat(elsewhere
                        .put("/api/customer-invoices/" + UuidV7.next(), request(sale))
                        .problem())
                .isEqualTo("not-your-store");
        assertThat(elsewhere.put("/api/customer-invoices/" + id, request(sale)).problem())
                .isEqualTo("not-your-store");
        assertThat(api.as(Token.buyer()).get("/api/customer-invoices/" + id).problem())
                .isEqualTo("role-required");
        assertThat(api.get("/api/customer-invoices/" + id).status()).isEqualTo(401);
        assertThat(api.as(Token.accountant())
                        .get("/api/customer-invoices?saleId=" + sale)
                        .at("/items/0/id"))
                .isEqualTo(id.toString());
    }

    @Test
    void listsGoOnWhereTheyStopped() {
        String store = newStore("DE10");
        List<UUID> ids = IntStream.range(0, 3)
                .mapToObj(i -> UuidV7.next())
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        ids.forEach(id -> invoice(store, id, sold(store, SaleJson.TWO_RATES)));
        String list = "/api/customer-invoices?limit=2&storeId=" + store;

        Api.Answer first = cashier(store).get(list);
        Api.Answer second = cashier(store).get(list + "&cursor=" + first.at("/nextCursor"));

        assertThat(first.at("/items/0/id")).isEqualTo(ids.get(2).toString());
        assertThat(second.at("/items/0/id")).isEqualTo(ids.get(0).toString());
        assertThat(second.json().at("/nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\": \"Müller & Söhne <GmbH>\" | \"name\": \" \" | /billTo/name",
                "\"name\": \"Müller & Söhne <GmbH>\" | \"name\": \"a\\u0000b\" | /billTo/name",
                "\"country\": \"DE\" | \"country\": \"Germany\" | /billTo/address/country",
                "\"city\": \"Berlin\" | \"town\": \"Berlin\" | /billTo/address/town"
            })
    void aBillingAddressThatCannotBePrintedIsRefused(String good, String bad, String pointer) {
        String store = newStore("DE11");
        UUID sale = sold(store, SaleJson.TWO_RATES);

        Api.Answer answer = cashier(store)
                .put("/api/customer-invoices/" + UuidV7.next(), request(sale).replace(good, bad));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void whatWasIssuedCannotBeChanged() {
        for (String change : List.of("update customer_invoice set total = 0", "delete from customer_invoice")) {
            assertThatThrownBy(() -> database.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void theApiIsTheCommittedOne() {
        OpenApiContract.check(api, "billing-service");
    }

    private Api cashier(String store) {
        return api.as(Token.cashier(store));
    }

    private Api.Answer invoice(String store, UUID id, UUID sale) {
        return cashier(store).put("/api/customer-invoices/" + id, request(sale));
    }

    private static String request(UUID sale) {
        return "{\"saleId\": \"" + sale + "\", \"billTo\": " + BILL_TO + "}";
    }

    private String newStore(String taxNumber) {
        String store = "store-" + UuidV7.next().toString().substring(24);
        tellStore(store, taxNumber, 1);
        await().until(() -> count("select count(*) from seller where store_id = ?", store) == 1);
        return store;
    }

    private void tellStore(String store, String taxNumber, long version) {
        String body = """
                {"id": "%s", "name": "Kaffeehaus Berlin", "currency": "EUR", "timeZone": "Europe/Berlin", "country": "DE",
                 "businessDayStartsAt": "04:00", "address": {"street": "Schönhauser Allee 12", "postalCode": "10435",
                 "city": "Berlin", "country": "DE"}, "taxNumber": %s, "version": %d}""".formatted(store, taxNumber == null ? "null" : '"' + taxNumber + '"', version);
        broker.publish("pos.order.store", "order.store-changed.v1", store, body.getBytes(StandardCharsets.UTF_8));
    }

    private String taxNumberOf(String store) {
        return database.sql("select tax_number from seller where store_id = ?")
                .param(store)
                .query(String.class)
                .single();
    }

    private UUID sold(String store, String lines) {
        UUID sale = UuidV7.next();
        publish(SaleJson.of(sale, store, lines), sale);
        await().until(() -> count("select count(*) from sale_copy where sale_id = ?", sale) == 1);
        return sale;
    }

    private void publish(String body, UUID sale) {
        broker.publish(
                "pos.order.sale", "order.sale-completed.v1", sale.toString(), body.getBytes(StandardCharsets.UTF_8));
    }

    private TestBroker.Received issued(UUID id) {
        await().until(() -> !announced(id).isEmpty());
        return announced(id).getFirst();
    }

    private List<TestBroker.Received> announced(UUID id) {
        return broker.received("pos.billing.customer-invoice", "billing.customer-invoice-issued.v1").stream()
                .filter(event -> event.key().equals(id.toString()))
                .toList();
    }

    private int issuedUnder(String sellerKey) {
        return count("select last_number from invoice_series where seller_key = ?", sellerKey);
    }

    private int count(String sql, Object parameter) {
        return database.sql(sql).param(parameter).query(Integer.class).single();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
