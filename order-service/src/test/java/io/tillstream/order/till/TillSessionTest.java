package io.tillstream.order.till;

import static io.tillstream.order.sale.Product.CUP;
import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.anyPath;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class TillSessionTest {

    private final Api api;
    private final Api cashier;
    private final TestBroker broker;
    private final UUID id = UuidV7.next();
    private final String path = "/api/till-sessions/" + id;

    TillSessionTest(Api api, TestBroker broker) {
        this.api = api;
        this.broker = broker;
        this.cashier = api.as(Token.cashier("mainz"));
    }

    @BeforeEach
    void openShop() {
        Shops.open(api, "mainz");
    }

    @Test
    void theCountIsComparedWithFloatAndCashTaken() {
        Api.Answer opened = cashier.put(path, opening("mainz-1"));
        UUID sold = UuidV7.next();
        cashier.put(
                pathOf(sold), aSale().in("mainz").during(id).with(2, ESPRESSO).paidInCash("20.00"));
        cashier.put(anyPath(), aSale().in("mainz").during(id).with(1, CUP).paidByCard());
        cashier.put(
                anyPath(),
                aSale().in("mainz")
                        .during(id)
                        .bringingBack(1, ESPRESSO, sold, 1)
                        .paidInCash("-4.99"));

        Api.Answer closed = cashier.put(path + "/closing", count("104.97"));

        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(closed.status()).as(closed.toString()).isEqualTo(201);
        assertThat(closed.at("/expectedCash")).isEqualTo("104.99");
        assertThat(closed.at("/difference")).isEqualTo("-0.02");
        assertThat(closed.json().at("/sales").asInt()).isEqualTo(2);
        assertThat(closed.json().at("/returns").asInt()).isEqualTo(1);
        assertThat(closed.at("/tenders/0/type")).isEqualTo("CARD");
        assertThat(closed.at("/tenders/1/amount")).isEqualTo("15.01");
        assertThat(cashier.put(path + "/closing", count("104.97")).text()).isEqualTo(closed.text());
        assertThat(cashier.put(path, opening("mainz-1")).text()).isEqualTo(opened.text());
        assertThat(cashier.put(path + "/closing", count("104.99")).status()).isEqualTo(409);
        assertThat(cashier.get(path).at("/state")).isEqualTo("CLOSED");
        assertThat(cashier.get("/api/till-sessions?tillId=mainz-1&state=OPEN")
                        .json()
                        .at("/items")
                        .isEmpty())
                .isTrue();
        theEventsAreWhatTheContractsSay();
    }

    @Test
    void aTillHasOneOpenSession() {
        UUID other = UuidV7.next();
        assertThat(cashier.put("/api/till-sessions/" + other, opening("mainz-2"))
                        .status())
                .isEqualTo(201);

        Api.Answer second = cashier.put(path, opening("mainz-2"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("till-session-already-open");
        assertThat(second.at("/detail")).contains("mainz-2", "2026-01-22T07:55:00Z", "opened by");
        assertThat(cashier.get("/api/till-sessions?tillId=mainz-2&state=OPEN&businessDate=2026-01-22")
                        .at("/items/0/id"))
                .isEqualTo(other.toString());
        cashier.put("/api/till-sessions/" + other + "/closing", count("100.00"));
        assertThat(cashier.put(path, opening("mainz-2")).status()).isEqualTo(201);
        cashier.put(path + "/closing", count("100.00"));
    }

    @Test
    void strangersAndStrangeTillsAreRefused() {
        assertThat(api.as(Token.cashier("koeln")).put(path, opening("mainz-1")).problem())
                .isEqualTo("not-your-store");
        assertThat(cashier.put(path, opening("mainz-9")).problem()).isEqualTo("till-not-found");
        assertThat(cashier.put(path + "/closing", count("1.00")).status()).isEqualTo(404);
        assertThat(cashier.put(path, opening("mainz-1").replace("100.00", "-1.00"))
                        .at("/errors/0/pointer"))
                .isEqualTo("/openingFloat");
        assertThat(api.as(Token.accountant()).put(path, opening("mainz-1")).status())
                .isEqualTo(403);
    }

    private void theEventsAreWhatTheContractsSay() {
        for (String event : new String[] {"till-session-opened.v1", "till-session-closed.v1"}) {
            Contract contract = Contract.of("order", event);
            assertThat(contract.examples()).isNotEmpty();
            TestBroker.Received received = await().until(
                            () -> broker.received("pos.order.till-session", "order." + event).stream()
                                    .filter(found -> found.key().equals(id.toString()))
                                    .findFirst(),
                            found -> found.isPresent())
                    .orElseThrow();
            contract.accepts(received.body());
        }
    }

    private static String opening(String till) {
        return """
                {"tillId": "%s", "storeId": "mainz", "openingFloat": "100.00", "currency": "EUR", "businessDate": "2026-01-22",
                 "openedAt": "2026-01-22T07:55:00Z"}
                """.formatted(till);
    }

    private static String count(String cash) {
        return """
                {"countedCash": "%s", "closedAt": "2026-01-22T19:05:00Z"}
                """.formatted(cash);
    }
}
