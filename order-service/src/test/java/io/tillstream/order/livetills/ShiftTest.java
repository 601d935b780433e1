package io.tillstream.order.livetills;

import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.anyPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.order.sale.Product;
import io.tillstream.order.sale.SalePricing;
import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ShiftTest {

    private final Api api;
    private final Api cashier;
    private final Api lead;
    private final UUID session = UuidV7.next();

    ShiftTest(Api api) {
        this.api = api;
        this.cashier = api.as(Token.cashier("trier"));
        this.lead = api.as(Token.of(Role.SHIFT_LEAD, "trier"));
    }

    @BeforeEach
    void openShop() {
        Shops.open(api, "trier");
    }

    @Test
    void aLeadSeesWhoWorksWhereAndTheTillLearnsWhatWasClosedBehindIt() {
        cashier.put("/api/till-sessions/" + session, """
                {"tillId": "trier-1", "storeId": "trier", "openingFloat": "100.00", "currency": "EUR",
                 "businessDate": "2026-01-22", "openedAt": "2026-01-22T07:55:00Z"}
                """);
        cashier.put(
                anyPath(), aSale().in("trier").during(session).with(2, ESPRESSO).paidInCash("20.00"));
        Api.Answer heard = cashier.put("/api/till-states/trier-1", state(3));
        assertThat(heard.status()).as(heard.toString()).isEqualTo(200);
        assertThat(heard.json().at("/closedElsewhere").isEmpty()).isTrue();

        Api.Answer seen = lead.get("/api/till-states?storeId=trier");
        Api.Answer blind = cashier.get("/api/till-states?storeId=trier");

        assertThat(seen.at("/items/0/heard/unsent")).isEqualTo("3");
        assertThat(seen.at("/items/0/sessions/0/expectedCash")).isEqualTo("109.98");
        assertThat(seen.json().at("/items/0/sessions/0/forgotten").asBoolean()).isTrue();
        assertThat(seen.json().at("/items/1/heard").isNull()).isTrue();
        assertThat(blind.at("/items/0/heard/unsent")).isEqualTo("3");
        assertThat(blind.json().at("/items/0/sessions/0/expectedCash").isNull()).isTrue();
        assertThat(api.as(Token.cashier("koeln"))
                        .put("/api/till-states/trier-1", state(0))
                        .problem())
                .isEqualTo("not-your-store");

        lead.put("/api/till-sessions/" + session + "/closing", """
                {"countedCash": null, "closedAt": "2026-01-23T07:10:00Z", "reason": "Left open over night"}
                """);
        assertThat(cashier.put("/api/till-states/trier-1", state(0)).at("/closedElsewhere/0/id"))
                .isEqualTo(session.toString());
    }

    @Test
    void aTaskStandsOnTheBoardUntilSomebodyHasSaidWhatWasDone() {
        cashier.put(
                anyPath(), aSale().in("trier").on("trier-9").with(1, ESPRESSO).paidInCash("5.00"));
        String subject = await().until(
                        () -> lead.get("/api/tasks?storeId=trier").at("/items/0/subject"), found -> !found.isEmpty());
        String done = "/api/tasks/done/" + UuidV7.next();
        String word = """
                {"storeId": "trier", "kind": "SALE_ANOMALY", "subject": "%s", "word": "Till was new", "finishedAt": "2026-01-22T12:00:00Z"}
                """;

        assertThat(cashier.put(done, word.formatted(subject)).problem()).isEqualTo("role-required");
        int before = lead.get("/api/tasks?storeId=trier").json().at("/items").size();
        Api.Answer finished = lead.put(done, word.formatted(subject));

        assertThat(finished.status()).as(finished.toString()).isEqualTo(201);
        assertThat(lead.put(done, word.formatted(subject)).text()).isEqualTo(finished.text());
        assertThat(lead.get("/api/tasks?storeId=trier").json().at("/items").size())
                .isEqualTo(before - 1);
        assertThat(lead.get("/api/tasks/done?storeId=trier").at("/items/0/word"))
                .isEqualTo("Till was new");
    }

    @Test
    void aCodeThatNobodyKnowsIsATaskHoweverOftenItIsSold() {
        Product unknown = new Product(null, "4012345678901", "Candle, red", "3.00", "STANDARD", "19.00");
        SalePricing open =
                new SalePricing(null, LocalDateTime.of(2026, 1, 22, 11, 15), null, null, null, null, null, null);
        for (int times = 0; times < 2; times++) {
            Api.Answer sold = cashier.put(
                    anyPath(),
                    aSale().in("trier")
                            .at(Instant.now().toString())
                            .with(1, unknown)
                            .priced(open)
                            .paidInCash("3.00"));
            assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        }

        JsonNode codes = lead.get("/api/tasks?storeId=trier").json().at("/items");

        assertThat(codes.valueStream()
                        .filter(task -> task.at("/kind").asString().equals("UNKNOWN_BARCODE"))
                        .map(task -> task.at("/subject").asString() + ": "
                                + task.at("/detail").asString()))
                .containsExactly("4012345678901: Sold 2 times as an open item, last as Candle, red at 3 EUR.");
    }

    private String state(int unsent) {
        return """
                {"storeId": "trier", "openSessions": ["%s"], "unsent": %d, "unsentSince": null, "appVersion": "0.1.0"}
                """.formatted(session, unsent);
    }
}
