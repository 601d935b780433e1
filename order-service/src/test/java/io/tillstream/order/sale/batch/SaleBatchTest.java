package io.tillstream.order.sale.batch;

import static io.tillstream.order.sale.Product.CUP;
import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.order.StatementLog;
import io.tillstream.order.sale.SaleDocument;
import io.tillstream.order.sale.SaleFixture;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class SaleBatchTest {

    private static final String PATH = "/api/sale-batches";
    private static final String STORE = "goslar";
    private static final String TILL = "goslar-1";

    private final Api api;
    private final Api cashier;
    private final TestBroker broker;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final StatementLog statements;

    SaleBatchTest(Api api, TestBroker broker, JdbcClient jdbc, JsonMapper json, StatementLog statements) {
        this.api = api;
        this.cashier = api.as(Token.cashier(STORE));
        this.broker = broker;
        this.jdbc = jdbc;
        this.json = json;
        this.statements = statements;
    }

    @Test
    void eachSaleIsReadBackAndAnnouncedAsIfItHadBeenSentAlone() {
        UUID alone = UuidV7.next();
        UUID sold = UuidV7.next();
        UUID returned = UuidV7.next();
        UUID tipped = UuidV7.next();
        SaleDocument plain = here().with(2, ESPRESSO).with("0.250", CUP).paidInCash("20.00");
        cashier.put(pathOf(alone), plain);

        Api.Answer answer = send(sales(
                sold, plain,
                returned, here().bringingBack(1, ESPRESSO, sold, 1).paidInCash("-4.99"),
                tipped, here().with(1, CUP).tipping("1.00", "c1", "Clara").paidByCard()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(outcomes(answer)).containsExactly("STORED", "STORED", "STORED");
        assertThat(answer.at("/results/1/id")).isEqualTo(returned.toString());
        assertThat(answer.at("/results/1/receipt/documentType")).isEqualTo("RETURN");
        assertThat(withoutWhatIsItsOwn(sold)).isEqualTo(withoutWhatIsItsOwn(alone));
        assertThat(cashier.get(pathOf(tipped)).at("/tip/amount")).isEqualTo("1.00");
        Contract contract = Contract.of("order", "sale-completed.v1");
        for (UUID id : List.of(sold, returned, tipped)) {
            List<TestBroker.Received> events = eventsOf(id);
            assertThat(events).hasSize(1);
            contract.accepts(events.getFirst().body());
        }
    }

    @Test
    void aHundredSalesAreOneStatementAndAResendOneMore() {
        Map<UUID, SaleDocument> hundred = many(100);
        statements.clear();
        assertThat(outcomes(send(hundred))).hasSize(100).containsOnly("STORED");
        assertThat(statements.ofRequests()).hasSize(1).first().asString().startsWith("with accepted as");

        statements.clear();
        assertThat(outcomes(send(hundred))).hasSize(100).containsOnly("STORED_BEFORE");
        assertThat(statements.ofRequests()).hasSize(2);
        assertThat(stored(hundred)).isEqualTo(100);
    }

    @Test
    void aResentBatchIsAnsweredWithTheSameReceipts() {
        Map<UUID, SaleDocument> some = many(3);
        Api.Answer first = send(some);
        Api.Answer again = send(some);
        assertThat(again.text()).isEqualTo(first.text().replace("\"STORED\"", "\"STORED_BEFORE\""));
    }

    @Test
    void whatWasSentAloneAndInABatchIsStoredOnce() {
        Map<UUID, SaleDocument> some = many(4);
        UUID second = List.copyOf(some.keySet()).get(1);
        UUID third = List.copyOf(some.keySet()).get(2);
        Api.Answer alone = cashier.put(pathOf(second), some.get(second));
        cashier.put(pathOf(third), here().with(7, CUP).paidByCard());

        Api.Answer answer = send(some);

        assertThat(outcomes(answer)).containsExactly("STORED", "STORED_BEFORE", "REFUSED", "STORED");
        assertThat(answer.json().at("/results/1/receipt")).isEqualTo(alone.json());
        assertThat(answer.at("/results/2/problem/type")).isEqualTo("/problems/already-stored-differently");
        assertThat(cashier.put(
                                pathOf(List.copyOf(some.keySet()).getFirst()),
                                some.values().iterator().next())
                        .status())
                .isEqualTo(200);
        assertThat(eventsOf(second)).hasSize(1);
    }

    @Test
    void whatIsWrongWithOneHarmsNoOther() {
        UUID wrongSum = UuidV7.next();
        UUID unreadable = UuidV7.next();
        UUID elsewhere = UuidV7.next();
        UUID otherTill = UuidV7.next();
        List<Object> sales = new ArrayList<>();
        many(1).forEach((id, sale) -> sales.add(entry(id, sale)));
        sales.add(entry(wrongSum, broken("/total", "99.00")));
        sales.add(entry(unreadable, broken("/lines/0/quantity", "many")));
        sales.add(entry(elsewhere, aSale().in("hamburg").on(TILL).with(1, CUP).paidByCard()));
        sales.add(entry(otherTill, aSale().in(STORE).on("goslar-2").with(1, CUP).paidByCard()));
        sales.add(Map.of("id", "17", "document", Map.of()));
        sales.add("a text");
        many(1).forEach((id, sale) -> sales.add(entry(id, sale)));

        Api.Answer answer = cashier.post(PATH, Map.of("tillId", TILL, "sales", sales));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(outcomes(answer))
                .containsExactly("STORED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "STORED");
        Api.Answer alone = cashier.put(pathOf(wrongSum), broken("/total", "99.00"));
        assertThat(answer.at("/results/1/problem/type")).isEqualTo(alone.at("/type"));
        assertThat(answer.at("/results/1/problem/title")).isEqualTo(alone.at("/title"));
        assertThat(answer.at("/results/1/problem/detail")).isEqualTo(alone.at("/detail"));
        assertThat(answer.json().at("/results/1/problem/status").asInt()).isEqualTo(alone.status());
        assertThat(answer.json().at("/results/1/problem/errors"))
                .isEqualTo(alone.json().at("/errors"));
        assertThat(answer.at("/results/2/problem/errors/0/pointer")).isEqualTo("/lines/0/quantity");
        assertThat(answer.at("/results/2/problem/detail"))
                .isEqualTo(cashier.put(pathOf(unreadable), broken("/lines/0/quantity", "many"))
                        .at("/detail"));
        assertThat(answer.at("/results/3/problem/type")).isEqualTo("/problems/not-your-store");
        assertThat(answer.at("/results/4/problem/errors/0/pointer")).isEqualTo("/tillId");
        assertThat(answer.at("/results/5/problem/errors/0/pointer")).isEqualTo("/id");
        assertThat(answer.at("/results/6/problem/type")).isEqualTo("/problems/malformed-request");
    }

    @Test
    void aSaleThatStandsTwiceInABatchIsStoredOnce() {
        UUID id = UuidV7.next();
        SaleDocument sale = here().with(1, CUP).paidByCard();
        List<Object> sales = List.of(
                entry(id, sale), entry(id, sale), entry(id, here().with(2, CUP).paidByCard()));
        Api.Answer answer = cashier.post(PATH, Map.of("tillId", TILL, "sales", sales));
        assertThat(outcomes(answer)).containsExactly("STORED", "STORED_BEFORE", "REFUSED");
        assertThat(cashier.get(pathOf(id)).json().at("/lines")).hasSize(1);
        assertThat(eventsOf(id)).hasSize(1);
    }

    @Test
    void oneBatchSentTenTimesAtOnceByTwoTillsIsStoredOnce() throws Exception {
        Map<UUID, SaleDocument> some = many(20);
        List<Future<Api.Answer>> answers = new ArrayList<>();
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                Api who = i % 2 == 0 ? cashier : api.as(Token.manager(STORE));
                answers.add(tills.submit(() -> send(who, some)));
            }
        }
        int stored = 0;
        for (Future<Api.Answer> answer : answers) {
            assertThat(answer.get().status()).isIn(200, 429);
            stored += answer.get().text().split("\"STORED\"", -1).length - 1;
        }
        assertThat(stored).isEqualTo(20);
        assertThat(stored(some)).isEqualTo(20);
    }

    @Test
    void onlyWhoeverMaySellHandsInSales() {
        assertThat(api.post(PATH, "{}").status()).isEqualTo(401);
        assertThat(send(api.as(Token.of(Role.AUDITOR, STORE)), many(1)).status())
                .isEqualTo(403);
    }

    @Test
    void aBatchHoldsAHundredSalesAtMost() {
        assertThat(send(many(101)).problem()).isEqualTo("malformed-request");
        assertThat(send(Map.of()).problem()).isEqualTo("malformed-request");
        assertThat(cashier.post(PATH, Map.of("sales", List.of())).problem()).isEqualTo("malformed-request");
    }

    private static SaleFixture here() {
        return aSale().in(STORE);
    }

    private static Map<UUID, SaleDocument> many(int count) {
        Map<UUID, SaleDocument> sales = new LinkedHashMap<>();
        IntStream.range(0, count)
                .forEach(i -> sales.put(
                        UuidV7.next(), here().with(1 + i, CUP).with(1, ESPRESSO).paidByCard()));
        return sales;
    }

    private static Map<UUID, SaleDocument> sales(
            UUID one, SaleDocument first, UUID two, SaleDocument second, UUID three, SaleDocument third) {
        Map<UUID, SaleDocument> sales = new LinkedHashMap<>();
        sales.put(one, first);
        sales.put(two, second);
        sales.put(three, third);
        return sales;
    }

    private JsonNode broken(String place, String value) {
        ObjectNode sale = (ObjectNode) json.readTree(
                json.writeValueAsBytes(here().numbered(7).with(1, CUP).paidByCard()));
        int parent = place.lastIndexOf('/');
        ((ObjectNode) sale.at(place.substring(0, parent))).put(place.substring(parent + 1), value);
        return sale;
    }

    private static Map<String, Object> entry(UUID id, Object sale) {
        return Map.of("id", id, "document", sale);
    }

    private Api.Answer send(Map<UUID, SaleDocument> sales) {
        return send(cashier, sales);
    }

    private static Api.Answer send(Api who, Map<UUID, SaleDocument> sales) {
        List<Map<String, Object>> entries = sales.entrySet().stream()
                .map(sale -> entry(sale.getKey(), sale.getValue()))
                .toList();
        return who.post(PATH, Map.of("tillId", TILL, "sales", entries));
    }

    private static List<String> outcomes(Api.Answer answer) {
        List<String> outcomes = new ArrayList<>();
        answer.json()
                .at("/results")
                .forEach(result -> outcomes.add(result.at("/outcome").asString()));
        return outcomes;
    }

    private JsonNode withoutWhatIsItsOwn(UUID id) {
        ObjectNode sale = (ObjectNode) cashier.get(pathOf(id)).json();
        sale.remove(List.of("id", "recordedAt", "anomalies"));
        return sale;
    }

    private long stored(Map<UUID, SaleDocument> sales) {
        return jdbc.sql("select count(*) from sale where id = any(?)")
                .param(sales.keySet().toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private List<TestBroker.Received> eventsOf(UUID sale) {
        return await().until(
                        () -> broker.received("pos.order.sale", "order.sale-completed.v1").stream()
                                .filter(event -> event.key().equals(sale.toString()))
                                .toList(),
                        events -> !events.isEmpty());
    }
}
