package io.tillstream.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.OpenApiContract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.TestPostgres;
import io.tillstream.platform.test.Token;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class CustomerTest {

    private static final String SALES = "pos.order.sale";
    private static final String COMPLETED = "order.sale-completed.v1";
    private static final String CUSTOMERS = "pos.customer.customer";
    private static final String CHANGED = "customer.customer-changed.v1";
    private static final String ERASED = "customer.customer-erased.v1";
    private static final String ANNA = """
            {"name": "Anna Größlich", "email": "anna.g@example.org", "phone": "+49 171 5550123",
             "address": {"street": "Birkenweg 3", "postalCode": "10115", "city": "Berlin", "country": "DE"},
             "groupCode": "STAFF", "taxId": null}""";
    private static final String EXEMPT = ANNA.replace(
            "\"taxId\": null",
            "\"taxId\": null, \"taxExemption\": {\"certificate\": \"NY-ST-119-77\", \"validUntil\": \"2027-12-31\"}");

    private final Api api;
    private final Api cashier;
    private final TestBroker broker;
    private final JdbcClient jdbc;
    private final Environment environment;

    CustomerTest(Api api, TestBroker broker, JdbcClient jdbc, Environment environment) {
        this.api = api;
        this.cashier = api.as(Token.cashier("berlin"));
        this.broker = broker;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    @BeforeEach
    void topicsExist() {
        broker.received(CUSTOMERS, CHANGED);
    }

    @Test
    void aCustomerIsCreatedOnceAndEditedOnlyByWhoReadTheLatest() {
        String path = "/api/customers/" + UuidV7.next();
        String moved = ANNA.replace("Birkenweg 3", "Am Markt 1");

        Api.Answer created = cashier.put(path, ANNA);
        Api.Answer resent = cashier.put(path, ANNA);
        Api.Answer blind = cashier.put(path, moved);
        Api.Answer edited = cashier.with("If-Match", created.header("ETag")).put(path, moved);
        Api.Answer stale = cashier.with("If-Match", created.header("ETag")).put(path, ANNA.replace("STAFF", "VIP"));

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(resent.status()).isEqualTo(200);
        assertThat(resent.text()).isEqualTo(created.text());
        assertThat(blind.problem()).isEqualTo("already-stored-differently");
        assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
        assertThat(edited.header("ETag")).isNotEqualTo(created.header("ETag"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(cashier.get(path).at("/address/street")).isEqualTo("Am Markt 1");
        assertThat(cashier.with("If-Match", "\"0\"")
                        .put("/api/customers/" + UuidV7.next(), ANNA)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void resendsAtTheSameInstantMakeOneCustomer() throws Exception {
        String path = "/api/customers/" + UuidV7.next();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            n -> () -> cashier.put(path, ANNA).status())
                    .toList();
            List<Integer> answers = people.invokeAll(calls).stream()
                    .map(answer -> answer.resultNow())
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
        }
    }

    @Test
    void aCustomerIsFoundByWhatTheySay() {
        UUID id = create(ANNA.replace("Größlich", "Quandt").replace("5550123", "7778899"));
        create(ANNA.replace("Anna Größlich", "Anna Quendt").replace("5550123", "1112233"));

        assertThat(cashier.get("/api/customers?q=quandt").at("/items/0/id")).isEqualTo(id.toString());
        assertThat(cashier.get("/api/customers?q=QUA%20an").at("/items/0/id")).isEqualTo(id.toString());
        assertThat(cashier.get("/api/customers?q=0171%20777").at("/items/0/id")).isEqualTo(id.toString());
        assertThat(cashier.get("/api/customers?q=quandt").at("/items/1/name")).isEqualTo("Anna Quendt");
        assertThat(cashier.get("/api/customers?q=x").json().at("/items")).isEmpty();
        assertThat(cashier.get("/api/customers").status()).isEqualTo(400);
    }

    @Test
    void whoEditsAwayANameIsNoLongerFoundByIt() {
        String path = "/api/customers/" + create(ANNA.replace("Größlich", "Zwetkowa"));
        cashier.with("If-Match", "\"0\"").put(path, ANNA.replace("Größlich", "Ignatjew"));

        assertThat(cashier.get("/api/customers?q=zwetkowa").json().at("/items")).isEmpty();
        assertThat(cashier.get("/api/customers?q=ignatjew").json().at("/items")).hasSize(1);
    }

    @Test
    void theDatabaseHoldsNothingReadable() throws SQLException {
        create(EXEMPT.replace("Größlich", "Unverwechselbar"));

        StringBuilder everything = new StringBuilder();
        try (Connection database =
                        TestPostgres.shared().connect(environment.getRequiredProperty("tillstream.test.database"));
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select row_to_json(customer)::text || encode(sealed, 'escape') from customer
                        union all select encode(body, 'escape') from outbox
                        union all select row_to_json(search_token)::text from search_token""")) {
            while (rows.next()) {
                everything.append(rows.getString(1));
            }
        }
        assertThat(everything.toString())
                .isNotEmpty()
                .doesNotContainIgnoringCase("unverwechselbar")
                .doesNotContain("anna.g", "5550123", "Birkenweg", "NY-ST-119");
    }

    @Test
    void whoProvedThatTheyPayNoTaxIsKnownByTheirCertificateAndElsewhereOnlyByTheFact() {
        UUID id = create(EXEMPT.replace("Größlich", "Attaché"));
        String path = "/api/customers/" + id;

        assertThat(cashier.get(path).at("/taxExemption/certificate")).isEqualTo("NY-ST-119-77");
        assertThat(cashier.get("/api/customers?q=attaché").at("/items/0/taxExemption/validUntil"))
                .isEqualTo("2027-12-31");
        TestBroker.Received news = newsOf(id, CHANGED);
        Contract.of("customer", "customer-changed.v1").accepts(news.body());
        assertThat(news.json().at("/taxExempt").asBoolean()).isTrue();
        assertThat(news.json().at("/taxExemptUntil").asString()).isEqualTo("2027-12-31");
        assertThat(new String(news.body(), StandardCharsets.UTF_8)).doesNotContain("NY-ST-119");

        Api.Answer withdrawn = cashier.with("If-Match", "\"0\"").put(path, ANNA.replace("Größlich", "Attaché"));
        assertThat(withdrawn.json().at("/taxExemption").isNull()).isTrue();
        assertThat(withdrawn.at("/version")).isEqualTo("1");
        assertThat(cashier.put(path, EXEMPT.replace("Größlich", "Attaché")).problem())
                .isEqualTo("already-stored-differently");
    }

    @Test
    void aForgottenCustomerIsGoneForEver() {
        UUID id = create(ANNA.replace("Größlich", "Vergissmeinnicht"));
        String path = "/api/customers/" + id;
        Api manager = api.as(Token.manager("berlin"));
        byte[] stolen = jdbc.sql("select sealed from customer where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        String because = """
                {"reason": "CUSTOMER_REQUEST"}""";

        assertThat(cashier.put(path + "/erasure", because).problem()).isEqualTo("role-required");
        Api.Answer first = manager.put(path + "/erasure", because);
        Api.Answer again = manager.put(path + "/erasure", because);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(manager.put(path + "/erasure", because.replace("CUSTOMER_REQUEST", "RETENTION_ENDED"))
                        .status())
                .isEqualTo(409);
        assertThat(cashier.get(path).at("/status")).isEqualTo("ERASED");
        assertThat(cashier.get(path).json().at("/name").isNull()).isTrue();
        assertThat(cashier.get("/api/customers?q=vergissmeinnicht").json().at("/items"))
                .isEmpty();
        assertThat(cashier.with("If-Match", "\"1\"").put(path, ANNA).problem()).isEqualTo("customer-erased");
        assertThat(stolen).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from customer_key where customer_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        Contract.of("customer", "customer-erased.v1").accepts(newsOf(id, ERASED).body());
    }

    @Test
    void newsOfACustomerCarryNoPersonalData() {
        UUID id = create(ANNA);
        TestBroker.Received news = newsOf(id, CHANGED);

        Contract.of("customer", "customer-changed.v1").accepts(news.body());
        assertThat(new String(news.body(), StandardCharsets.UTF_8)).doesNotContain("Anna", "example.org", "5550123");
        assertThat(news.json().at("/groupCode").asString()).isEqualTo("STAFF");
    }

    @Test
    void aPurchaseIsAppliedOnceWhenDeliveredTwiceAndSalesToNobodyArePassedOver() {
        UUID customer = create(ANNA);
        UUID sale = UuidV7.next();
        UUID eventId = UuidV7.next();
        UUID anonymous = UuidV7.next();
        broker.publish(SALES, COMPLETED, anonymous.toString(), sale(anonymous, "null", "berlin", 16));
        for (int n = 0; n < 2; n++) {
            broker.publish(
                    eventId, SALES, COMPLETED, sale.toString(), 1, sale(sale, "\"" + customer + "\"", "berlin", 17));
        }
        broker.publish(SALES, COMPLETED, sale.toString(), sale(sale, "\"" + customer + "\"", "berlin", 17));
        UUID elsewhere = UuidV7.next();
        broker.publish(SALES, COMPLETED, elsewhere.toString(), sale(elsewhere, "\"" + customer + "\"", "hamburg", 18));

        await().until(() -> purchases() >= 2);
        Api.Answer here = cashier.get("/api/customers/" + customer + "/purchases");
        assertThat(here.json().at("/items")).hasSize(1);
        assertThat(here.at("/items/0/saleId")).isEqualTo(sale.toString());
        assertThat(here.at("/items/0/total/amount")).isEqualTo("9.98");
        assertThat(here.at("/items/0/receiptNumber")).isEqualTo("17");
        Api everywhere = api.as(Token.of(Role.STORE_MANAGER, "*"));
        Api.Answer first = everywhere.get("/api/customers/" + customer + "/purchases?limit=1");
        Api.Answer second =
                everywhere.get("/api/customers/" + customer + "/purchases?limit=1&cursor=" + first.at("/nextCursor"));
        assertThat(first.at("/items/0/saleId")).isNotEqualTo(second.at("/items/0/saleId"));
        assertThat(second.at("/items/0/saleId")).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from purchase where sale_id = ?")
                        .param(anonymous)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(cashier.get("/api/customers/" + UuidV7.next() + "/purchases").status())
                .isEqualTo(404);
    }

    @Test
    void aGroupIsListedWhileAnybodyIsInIt() {
        String first = "/api/customers/" + UuidV7.next();
        cashier.put(first, ANNA.replace("STAFF", "GROUP-A"));
        cashier.put("/api/customers/" + UuidV7.next(), ANNA.replace("STAFF", "GROUP-A"));
        String only = "/api/customers/" + UuidV7.next();
        cashier.put(only, ANNA.replace("STAFF", "GROUP-B"));
        cashier.put("/api/customers/" + UuidV7.next(), ANNA.replace("\"STAFF\"", "null"));
        Api buyer = api.as(Token.buyer());

        String both = buyer.get("/api/customer-groups").text();
        api.as(Token.manager("berlin")).put(only + "/erasure", "{\"reason\": \"CUSTOMER_REQUEST\"}");
        String left = buyer.get("/api/customer-groups").text();

        assertThat(both)
                .contains("{\"code\":\"GROUP-A\",\"customers\":2},{\"code\":\"GROUP-B\",\"customers\":1}")
                .doesNotContain("null,\"customers\"");
        assertThat(left).contains("GROUP-A").doesNotContain("GROUP-B");
        assertThat(cashier.get("/api/customer-groups").status()).isEqualTo(403);
    }

    @Test
    void badInputIsNamedByPlace() {
        assertMalformed(ANNA.replace("Anna Größlich", " "), "/name");
        assertMalformed(ANNA.replace("anna.g@example.org", "anna.g"), "/email");
        assertMalformed(ANNA.replace("+49 171 5550123", "ring me"), "/phone");
        assertMalformed(ANNA.replace("\"DE\"", "\"Germany\""), "/address/country");
        assertMalformed(ANNA.replace("\"groupCode\"", "\"group\""), "/group");
        assertMalformed(EXEMPT.replace("NY-ST-119-77", " "), "/taxExemption/certificate");
        assertMalformed(EXEMPT.replace("2027-12-31", "next year"), "/taxExemption/validUntil");
        assertThat(api.as(Token.of(Role.AUDITOR, "*"))
                        .get("/api/customers?q=anna")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theOpenApiIsTheCommittedOne() {
        OpenApiContract.check(api, "customer-service");
    }

    private void assertMalformed(String body, String pointer) {
        Api.Answer answer = cashier.put("/api/customers/" + UuidV7.next(), body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    private UUID create(String body) {
        UUID id = UuidV7.next();
        Api.Answer answer = cashier.put("/api/customers/" + id, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return id;
    }

    private TestBroker.Received newsOf(UUID id, String type) {
        await().until(() -> broker.received(CUSTOMERS, type).stream()
                .anyMatch(it -> it.key().equals(id.toString())));
        return broker.received(CUSTOMERS, type).stream()
                .filter(it -> it.key().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private int purchases() {
        return jdbc.sql("select count(*) from purchase").query(Integer.class).single();
    }

    private static byte[] sale(UUID id, String customerId, String storeId, int receiptNumber) {
        return """
                {"id": "%s", "storeId": "%s", "tillId": "%s-1", "tillSessionId": null, "receiptNumber": %d,
                 "occurredAt": "2026-11-22T10:15:00Z", "businessDate": "2026-11-22", "currency": "EUR",
                 "customerId": %s, "externalReference": null,
                 "lines": [{"lineNo": 1, "kind": "SALE", "productId": null, "sku": "ESP-250", "name": "Espresso 250 g",
                   "quantity": "2", "unitPrice": "4.99", "discount": "0.00", "taxCategory": "REDUCED", "taxRate": "7.00",
                   "amount": "9.98", "returnOf": null}],
                 "taxes": [{"category": "REDUCED", "rate": "7.00", "net": "9.33", "tax": "0.65", "gross": "9.98"}],
                 "total": "9.98", "cashRounding": "0.00",
                 "tenders": [{"tenderNo": 1, "type": "CASH", "amount": "9.98", "paymentId": null}],
                 "change": "0.00", "documentType": "SALE", "cashier": "tom", "recordedAt": "2026-11-22T10:15:01Z"}
                """.formatted(id, storeId, storeId, receiptNumber, customerId).getBytes(StandardCharsets.UTF_8);
    }
}
