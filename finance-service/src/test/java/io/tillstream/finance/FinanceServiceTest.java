package io.tillstream.finance;

import static io.tillstream.finance.SaleFixture.aSale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.OpenApiContract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class FinanceServiceTest {
    private static final String SALES = "pos.order.sale";
    private static final String SALE_COMPLETED = "order.sale-completed.v1";

    private final Api api;
    private final Api accountant;
    private final TestBroker broker;
    private final JdbcClient database;

    FinanceServiceTest(Api api, TestBroker broker, JdbcClient database) {
        this.api = api;
        this.accountant = api.as(Token.accountant());
        this.broker = broker;
        this.database = database;
    }

    @Test
    void everySaleIsBookedOnceAndTheBooksStaySquare() {
        String store = newStore();
        List<Runnable> deliveries = new ArrayList<>();
        List<SaleFixture> sales = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            SaleFixture sale = i % 4 == 3
                    ? aSale().in(store)
                            .taxed("REDUCED", "7.00", "-9.33", "-0.65")
                            .paid("CASH", "-9.98")
                    : aSale().in(store)
                            .taxed("REDUCED", "7.00", "9.33", "0.65")
                            .taxed("STANDARD", "19.00", "8.39", "1.60")
                            .paid("CARD", "10.00")
                            .paid("CASH", "10.00")
                            .change("0.03");
            sales.add(sale);
            UUID event = UuidV7.next();
            for (int times = 0; times < 3; times++) {
                deliveries.add(() ->
                        broker.publish(event, SALES, SALE_COMPLETED, sale.id().toString(), 1, sale.json()));
            }
        }
        Collections.shuffle(deliveries, new Random(7));
        deliveries.forEach(Runnable::run);
        // the same sale under another event id, as after a resync
        List<UUID> told = sales.stream().map(this::tell).toList();

        await().until(() -> told.stream().allMatch(this::isApplied));
        assertThat(entriesOf(store)).isEqualTo(40);
        JsonNode balance = accountant.get("/api/trial-balance?storeId=" + store).json();
        assertThat(balance.at("/debit")).isEqualTo(balance.at("/credit"));
        assertThat(account(balance, "1000")).isEqualTo("199.30"); // 30 x 9.97 - 10 x 9.98
        assertThat(account(balance, "1200")).isEqualTo("300.00");
        assertThat(account(balance, "2000")).isEqualTo("-61.00"); // 30 x 2.25 - 10 x 0.65
        assertThat(account(balance, "4000")).isEqualTo("-438.30"); // 30 x 17.72 - 10 x 9.33
        theBooksAreSquare();
    }

    @Test
    void aSaleThatContradictsItselfWaitsWithTheDeadLettersAndHoldsUpNobody() {
        String store = newStore();
        SaleFixture wrong =
                aSale().in(store).taxed("STANDARD", "19.00", "8.39", "1.60").paid("CARD", "9.98");
        SaleFixture right =
                aSale().in(store).taxed("STANDARD", "19.00", "8.39", "1.60").paid("CARD", "9.99");
        tell(wrong);
        tell(right);

        await().until(() -> entriesOf(store) == 1);
        await().until(() -> broker.received(SALES + ".dlq", SALE_COMPLETED).stream()
                .anyMatch(letter -> letter.key().equals(wrong.id().toString())));
        theBooksAreSquare();
    }

    @Test
    void aDrawerThatIsShortOrOverIsBooked() {
        String store = newStore();
        closeTill(store, "-2.50");
        closeTill(store, "0.40");
        closeTill(store, "0.00");

        await().until(() -> entriesOf(store) == 2);
        JsonNode balance = accountant.get("/api/trial-balance?storeId=" + store).json();
        assertThat(account(balance, "1000")).isEqualTo("-2.10");
        assertThat(account(balance, "6900")).isEqualTo("2.10");
    }

    @Test
    void everyFigureOpensItsEntries() {
        String store = newStore();
        SaleFixture cash = aSale().in(store)
                .on("2026-11-20")
                .taxed("REDUCED", "7.00", "9.33", "0.65")
                .paid("CASH", "9.98");
        SaleFixture card = aSale().in(store)
                .on("2026-11-21")
                .taxed("STANDARD", "19.00", "8.39", "1.60")
                .paid("CARD", "9.99");
        SaleFixture third = aSale().in(store)
                .on("2026-11-22")
                .taxed("ZERO", "0.00", "1.00", "0.00")
                .paid("CARD", "1.00");
        List.of(cash, card, third).forEach(this::tell);
        await().until(() -> entriesOf(store) == 3);

        Api.Answer one = accountant.get("/api/journal-entries?sourceId=" + cash.id());
        assertThat(one.at("/items/0/reference")).isEqualTo(store + "-1/17");
        assertThat(one.at("/items/0/postings/0/debit")).isEqualTo("9.98");
        assertThat(one.at("/items/0/postings/1/credit")).isEqualTo("9.33");
        assertThat(one.at("/items/0/postings/1/taxRate")).isEqualTo("7.00");

        String inStore = "/api/journal-entries?storeId=" + store;
        assertThat(sources(accountant.get(inStore + "&account=1200"))).containsExactly(card.id(), third.id());
        assertThat(sources(accountant.get(inStore + "&from=2026-11-21&to=2026-11-21")))
                .containsExactly(card.id());
        Api.Answer first = accountant.get(inStore + "&limit=2");
        assertThat(sources(first)).containsExactly(cash.id(), card.id());
        assertThat(sources(accountant.get(inStore + "&limit=2&cursor=" + first.at("/nextCursor"))))
                .containsExactly(third.id());
        JsonNode asOf = accountant
                .get("/api/trial-balance?asOf=2026-11-20&storeId=" + store)
                .json();
        assertThat(asOf.at("/debit").asString()).isEqualTo("9.98");
    }

    @Test
    void theJournalLeavesAsCsvWithoutFormulas() {
        String store = newStore();
        tell(aSale().in(store).taxed("=1+1", "19.00", "8.39", "1.60").paid("CARD", "9.99"));
        await().until(() -> entriesOf(store) == 1);

        Api.Answer csv = accountant.with("Accept", "text/csv").get("/api/journal-entries?storeId=" + store);

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        List<String> lines = csv.text().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).startsWith("businessDate,storeId,entryId");
        assertThat(lines.get(1)).contains(",1200,Card receivable,9.99,0.00,EUR,,");
        assertThat(lines.get(2)).endsWith(",4000,Sales revenue,0.00,8.39,EUR,'=1+1,19.00");
    }

    @Test
    void booksInSeveralCurrenciesAreNeverAddedUp() {
        String store = newStore();
        tell(aSale().in(store).taxed("STANDARD", "19.00", "8.39", "1.60").paid("CARD", "9.99"));
        tell(aSale().in(store)
                .currency("CHF")
                .taxed("STANDARD", "8.10", "9.25", "0.75")
                .paid("CARD", "10.00"));
        await().until(() -> entriesOf(store) == 2);

        assertThat(accountant.get("/api/trial-balance?storeId=" + store).problem())
                .isEqualTo("currency-needed");
        assertThat(accountant
                        .get("/api/trial-balance?currency=CHF&storeId=" + store)
                        .at("/debit"))
                .isEqualTo("10.00");
    }

    @Test
    void theBooksAreReadByThoseWhoAnswerForThem() {
        String store = newStore();
        tell(aSale().in(store).taxed("STANDARD", "19.00", "8.39", "1.60").paid("CARD", "9.99"));
        await().until(() -> entriesOf(store) == 1);
        String balance = "/api/trial-balance?storeId=" + store;

        assertThat(api.get(balance).status()).isEqualTo(401);
        assertThat(api.as(Token.cashier(store)).get(balance).problem()).isEqualTo("role-required");
        assertThat(api.as(Token.manager(store)).get(balance).at("/debit")).isEqualTo("9.99");
        assertThat(api.as(Token.manager(store)).get("/api/trial-balance").at("/debit"))
                .isEqualTo("9.99");
        assertThat(api.as(Token.manager("elsewhere")).get(balance).status()).isEqualTo(404);
        assertThat(api.as(Token.manager("elsewhere"))
                        .get("/api/journal-entries")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(api.as(Token.of(Role.AUDITOR, "*"))
                        .get("/api/ledger-accounts")
                        .json()
                        .at("/items")
                        .size())
                .isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/trial-balance?asOf=yesterday",
                "/api/journal-entries?sourceId=17",
                "/api/journal-entries?from=2026-13-01",
                "/api/journal-entries?cursor=abc",
                "/api/journal-entries?cursor=MR8y",
                "/api/journal-entries?limit=many"
            })
    void aQuestionThatMakesNoSenseIsRefused(String path) {
        Api.Answer answer = accountant.get(path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.problem()).startsWith("malformed-");
    }

    @Test
    void anAccountOutsideTheChartIsNotFound() {
        assertThat(accountant.get("/api/journal-entries?account=9999").status()).isEqualTo(404);
    }

    @Test
    void bookedIsBooked() {
        for (String change :
                List.of("update posting set amount = 0", "delete from posting", "delete from journal_entry")) {
            assertThatThrownBy(() -> database.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void theApiIsTheCommittedOne() {
        OpenApiContract.check(api, "finance-service");
    }

    /** Every entry, the whole ledger and the projection sum to zero, and the projection is what the postings say. */
    private void theBooksAreSquare() {
        assertThat(database.sql(
                                "select count(*) from (select entry_id from posting group by entry_id having sum(amount) <> 0) x")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("""
                                select count(*) from
                                    (select e.store_id, e.business_date, e.currency, p.account, sum(p.amount) as amount
                                     from journal_entry e join posting p on p.entry_id = e.id group by 1, 2, 3, 4) booked
                                    full join account_day d using (store_id, business_date, currency, account)
                                where booked.amount is distinct from d.debit - d.credit""").query(Integer.class).single()).isZero();
        assertThat(database.sql("select sum(debit) - sum(credit) from account_day")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("0");
    }

    private static String newStore() {
        return "store-" + UuidV7.next().toString().substring(24);
    }

    private UUID tell(SaleFixture sale) {
        return broker.publish(SALES, SALE_COMPLETED, sale.id().toString(), sale.json());
    }

    private void closeTill(String store, String difference) {
        UUID session = UuidV7.next();
        String body = """
                {"id":"%s","tillId":"%s-1","storeId":"%s","currency":"EUR","businessDate":"2026-11-22","state":"CLOSED",
                 "closing":{"closedAt":"2026-11-22T20:00:00Z","expectedCash":"100.00","countedCash":"97.50","difference":"%s"}}""".formatted(session, store, store, difference);
        broker.publish(
                "pos.order.till-session",
                "order.till-session-closed.v1",
                session.toString(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private int entriesOf(String store) {
        return database.sql("select count(*) from journal_entry where store_id = ?")
                .param(store)
                .query(Integer.class)
                .single();
    }

    private boolean isApplied(UUID event) {
        return database.sql("select count(*) from inbox where event_id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static String account(JsonNode balance, String code) {
        for (JsonNode item : balance.at("/items")) {
            if (item.at("/account").asString().equals(code)) {
                return item.at("/balance").asString();
            }
        }
        return "nothing booked";
    }

    private static List<UUID> sources(Api.Answer entries) {
        List<UUID> sources = new ArrayList<>();
        entries.json()
                .at("/items")
                .forEach(entry ->
                        sources.add(UUID.fromString(entry.at("/sourceId").asString())));
        return sources;
    }
}
