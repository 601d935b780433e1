package io.tillstream.order.store;

import static io.tillstream.order.store.Shops.describedAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class StoreTest {

    private final Api api;
    private final TestBroker broker;

    StoreTest(Api api, TestBroker broker) {
        this.api = api;
        this.broker = broker;
    }

    @Test
    void aStoreIsAnnouncedOnceForEveryChange() {
        Api manager = api.as(Token.manager("leipzig"));

        assertThat(manager.put("/api/stores/leipzig", describedAs("Leipzig")).status())
                .isEqualTo(201);
        assertThat(manager.put("/api/stores/leipzig", describedAs("Leipzig")).status())
                .isEqualTo(200);
        assertThat(manager.put("/api/stores/leipzig", describedAs("Leipzig Mitte"))
                        .at("/name"))
                .isEqualTo("Leipzig Mitte");

        List<TestBroker.Received> events = await().until(
                        () -> broker.received("pos.order.store", "order.store-changed.v1").stream()
                                .filter(event -> event.key().equals("leipzig"))
                                .toList(),
                        found -> found.size() >= 2);
        Contract contract = Contract.of("order", "store-changed.v1");
        assertThat(contract.examples()).isNotEmpty();
        assertThat(events).hasSize(2).allSatisfy(event -> contract.accepts(event.body()));
        assertThat(events.getLast().header("aggregateVersion")).isEqualTo("1");
        assertThat(events.getLast().json().at("/name").asString()).isEqualTo("Leipzig Mitte");
    }

    @Test
    void whetherItsTillsAskForTipsIsToldWhereTheyDo() {
        Api manager = api.as(Token.manager("weimar"));
        String asking = describedAs("Weimar").replace("\"taxNumber\"", "\"asksForTips\": true, \"taxNumber\"");

        assertThat(manager.put("/api/stores/weimar", asking).at("/asksForTips")).isEqualTo("true");
        Api.Answer silent = manager.put("/api/stores/weimar", asking.replace("true", "false"));
        assertThat(silent.json().has("asksForTips")).isFalse();
        assertThat(manager.put("/api/stores/weimar", describedAs("Weimar")).text())
                .isEqualTo(silent.text());
    }

    @Test
    void aRateOfForeignCashSaysWhoSetItAndWhen() {
        Api manager = api.as(Token.manager("singen"));
        Api.Answer first = manager.put("/api/stores/singen", taking("""
                {"currency": "CHF", "rate": "1.0432", "setBy": "Somebody else", "setAt": "2020-01-01T00:00:00Z"}"""));
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.at("/foreignCash/0/rate")).isEqualTo("1.0432");
        assertThat(first.at("/foreignCash/0/setBy")).isNotEqualTo("Somebody else");
        Instant set = Instant.parse(first.at("/foreignCash/0/setAt"));
        assertThat(set).isAfter("2026-01-01T00:00:00Z");

        Api.Answer more = manager.put("/api/stores/singen", taking("""
                {"currency": "CHF", "rate": "1.04320"}, {"currency": "USD", "rate": "0.86"}"""));
        assertThat(more.json().at("/foreignCash/0")).isEqualTo(first.json().at("/foreignCash/0"));
        assertThat(Instant.parse(more.at("/foreignCash/1/setAt"))).isAfter(set);
        assertThat(manager.get("/api/stores/singen").text()).isEqualTo(more.text());
        assertThat(manager.put("/api/stores/singen", describedAs("Singen"))
                        .json()
                        .has("foreignCash"))
                .isFalse();

        for (String wrong : List.of(
                "{\"currency\": \"EUR\", \"rate\": \"1\"}",
                "{\"currency\": \"XYZ\", \"rate\": \"1\"}",
                "{\"currency\": \"CHF\", \"rate\": \"0\"}",
                "{\"currency\": \"CHF\", \"rate\": \"1\"}, {\"currency\": \"CHF\", \"rate\": \"2\"}")) {
            assertThat(manager.put("/api/stores/singen", taking(wrong)).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private static String taking(String foreign) {
        return describedAs("Singen").replace("\"taxNumber\"", "\"foreignCash\": [" + foreign + "], \"taxNumber\"");
    }

    @Test
    void onlyItsOwnManagerDescribesAStore() {
        assertThat(api.as(Token.manager("hamburg"))
                        .put("/api/stores/bremen", describedAs("Mine"))
                        .problem())
                .isEqualTo("not-your-store");
        assertThat(api.as(Token.cashier("bremen"))
                        .put("/api/stores/bremen", describedAs("Mine"))
                        .problem())
                .isEqualTo("role-required");
        Api.Answer misnamed = api.as(Token.everything()).put("/api/stores/Bremen%20Nord", describedAs("Bremen"));
        assertThat(misnamed.status()).isEqualTo(400);
        Api.Answer nowhere = api.as(Token.everything())
                .put("/api/stores/bremen", describedAs("Bremen").replace("Europe/Berlin", "Mars/Base"));
        assertThat(nowhere.status()).isEqualTo(400);
        assertThat(nowhere.at("/errors/0/pointer")).isEqualTo("/timeZone");
    }

    @Test
    void aTillStandsInOneStoreForEver() {
        Shops.open(api, "ulm");
        Shops.open(api, "trier");
        Api both = api.as(Token.manager("ulm", "trier"));

        assertThat(both.put("/api/tills/ulm-1", Shops.till("trier", "Till 1")).problem())
                .isEqualTo("till-stands-elsewhere");
        assertThat(both.put("/api/tills/ulm-1", Shops.till("ulm", "Front till")).at("/name"))
                .isEqualTo("Front till");
        assertThat(both.get("/api/tills?storeId=ulm").json().at("/items")).hasSize(2);
        assertThat(api.as(Token.cashier("trier")).get("/api/tills/ulm-1").status())
                .isEqualTo(404);
        assertThat(api.as(Token.cashier("trier")).get("/api/stores/ulm").status())
                .isEqualTo(404);
        assertThat(api.as(Token.cashier("trier")).get("/api/stores").json().at("/items"))
                .hasSize(1);
        assertThat(both.put("/api/tills/lost-1", Shops.till("ulm", "")).at("/errors/0/pointer"))
                .isEqualTo("/name");
    }
}
