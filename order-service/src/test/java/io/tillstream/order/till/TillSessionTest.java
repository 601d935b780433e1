package io.tillstream.order.till;

import static io.tillstream.order.sale.Product.CUP;
import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.anyPath;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.order.staff.People;
import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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
    void eachDrawerOfATillHasASessionOfItsOwn() {
        UUID second = UuidV7.next();
        String inDrawerTwo = opening("mainz-2").replace("}", ", \"drawer\": 2}");
        cashier.put(path, opening("mainz-2"));
        assertThat(cashier.put("/api/till-sessions/" + second, inDrawerTwo).status())
                .isEqualTo(201);

        Api.Answer third = cashier.put("/api/till-sessions/" + UuidV7.next(), inDrawerTwo);

        assertThat(third.problem()).isEqualTo("till-session-already-open");
        assertThat(third.at("/detail")).startsWith("Drawer 2 of till mainz-2 is open since");
        cashier.put(path + "/closing", count("100.00"));
        cashier.put("/api/till-sessions/" + second + "/closing", count("100.00"));
        assertThat(cashier.get("/api/till-sessions/" + second).at("/drawer")).isEqualTo("2");
    }

    @Test
    void whoApprovedAPayOutStandsInTheListOfApprovals() {
        cashier.put(path, opening("mainz-1"));
        UUID paidOut = UuidV7.next();
        String approved = movement("PAY_OUT", "80.00", "CLEANING").strip().replaceFirst("}$", """
                , "approvals": [{"action": "PAY_OUT", "approverId": "lea", "approverName": "Lea", "how": "PIN",
                                 "at": "2026-01-22T12:00:00Z", "difference": "80.00"}]}""");

        Api.Answer moved = cashier.put(path + "/cash-movements/" + paidOut, approved);
        cashier.put(path + "/cash-movements/" + paidOut, approved);

        assertThat(moved.status()).as(moved.toString()).isEqualTo(201);
        JsonNode listed = api.as(Token.everything())
                .get("/api/approvals?storeId=mainz")
                .json()
                .at("/items");
        assertThat(listed)
                .filteredOn(item -> item.toString().contains(paidOut.toString()))
                .hasSize(1)
                .allSatisfy(item -> assertThat(item.toString()).contains("PAY_OUT", "Lea"));
        Api.Answer nameless = cashier.put(
                path + "/cash-movements/" + UuidV7.next(), approved.replace("\"approverName\": \"Lea\",", ""));
        assertThat(nameless.at("/errors/0/pointer")).isEqualTo("/approvals/0/approverName");
        cashier.put(path + "/closing", count("20.00"));
    }

    @Test
    void whatNobodyApprovedAtADrawerStandsAndIsATaskForTheLead() {
        policyAtMainz("""
                [{"action": "CASH_DIFFERENCE", "above": {"amount": "2"}, "alone": ["STORE_MANAGER"], "approvers": ["SHIFT_LEAD"]},
                 {"action": "PAY_OUT", "above": {"amount": "50"}, "alone": ["SHIFT_LEAD"], "approvers": ["SHIFT_LEAD"]}]""");
        People.setPin(api, Role.SHIFT_LEAD, "4711", "mainz");
        cashier.put(path, opening("mainz-1"));
        UUID byLead = UuidV7.next();
        cashier.put(
                path + "/cash-movements/" + byLead,
                with(
                        now(movement("PAY_OUT", "51.00", "CLEANING")),
                        "\"doneBy\": {\"id\": \"%s\", \"name\": \"Lea\"}".formatted(People.SHIFT_LEAD)));
        UUID alone = UuidV7.next();
        cashier.put(path + "/cash-movements/" + alone, now(movement("PAY_OUT", "50.50", "CLEANING")));
        Api.Answer closed = cashier.put(path + "/closing", now(count("3.00")));
        UUID approved = UuidV7.next();
        cashier.put("/api/till-sessions/" + approved, opening("mainz-1"));
        cashier.put("/api/till-sessions/" + approved + "/closing", with(now(count("95.00")), """
                        "approvals": [{"action": "CASH_DIFFERENCE", "approverId": "%s", "approverName": "Lea", "how": "PIN",
                                       "at": "2026-01-22T19:04:00Z", "difference": "5.00"}]""".formatted(
                        People.SHIFT_LEAD)));

        assertThat(closed.at("/difference")).isEqualTo("4.50");
        JsonNode tasks = api.as(Token.of(Role.SHIFT_LEAD, "mainz"))
                .get("/api/tasks?storeId=mainz")
                .json()
                .at("/items");
        assertThat(tasks.valueStream()
                        .filter(task -> task.at("/kind").asString().equals("CASH_NOT_APPROVED"))
                        .map(task -> task.at("/subject").asString() + ": "
                                + task.at("/detail").asString()))
                .containsExactlyInAnyOrder(
                        alone + ": A pay-out (50.50) needed an approval and has none that reaches so far.",
                        id + ": A cash difference (4.50) needed an approval and has none that reaches so far.");
        assertThat(api.as(Token.everything())
                        .get("/api/approvals?storeId=mainz")
                        .text())
                .contains(approved.toString());
    }

    @Test
    void cashThatIsMovedIsExpectedAtTheClosingOnceHoweverOftenItIsSent() {
        cashier.put(path, opening("mainz-1"));
        UUID skim = UuidV7.next();
        String skimmed = path + "/cash-movements/" + skim;
        Api.Answer first = cashier.put(skimmed, movement("SKIM", "60.00", "TO_SAFE"));
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(cashier.put(skimmed, movement("SKIM", "60.00", "TO_SAFE")).text())
                .isEqualTo(first.text());
        assertThat(cashier.put(skimmed, movement("SKIM", "61.00", "TO_SAFE")).problem())
                .isEqualTo("already-stored-differently");
        cashier.put(path + "/cash-movements/" + UuidV7.next(), movement("PAY_IN", "10.00", "CHANGE_MONEY"));
        cashier.put(path + "/cash-movements/" + UuidV7.next(), movement("PAY_OUT", "7.50", "CLEANING"));
        cashier.put(path + "/cash-movements/" + UuidV7.next(), movement("NO_SALE", "0.00", "CHANGE_NOTES"));

        Api.Answer nothing =
                cashier.put(path + "/cash-movements/" + UuidV7.next(), movement("SKIM", "0.00", "TO_SAFE"));
        Api.Answer other = cashier.put(path + "/cash-movements/" + UuidV7.next(), movement("PAY_OUT", "1.00", "OTHER"));
        Api.Answer closed = cashier.put(path + "/closing", count("42.50"));

        assertThat(nothing.problem()).isEqualTo("cash-movement-not-clear");
        assertThat(other.at("/errors/0/pointer")).isEqualTo("/note");
        assertThat(closed.at("/expectedCash")).isEqualTo("42.50");
        assertThat(closed.at("/cashMoved")).isEqualTo("-57.50");
        assertThat(api.as(Token.cashier("koeln"))
                        .put(path + "/cash-movements/" + UuidV7.next(), movement("SKIM", "1.00", "TO_SAFE"))
                        .problem())
                .isEqualTo("not-your-store");
        theEventIsWhatItsContractSays("cash-moved.v1", id);
    }

    @Test
    void notesAndCoinsComeToWhatIsSaidToBeThere() {
        String byPieces = """
                {"countedCash": "100.00", "closedAt": "2026-01-22T19:05:00Z",
                 "count": [{"value": "50", "pieces": 1}, {"value": "0.50", "pieces": %d}]}
                """;
        cashier.put(path, opening("mainz-1"));

        Api.Answer wrong = cashier.put(path + "/closing", byPieces.formatted(99));
        Api.Answer right = cashier.put(path + "/closing", byPieces.formatted(100));

        assertThat(wrong.problem()).isEqualTo("count-does-not-add-up");
        assertThat(right.status()).as(right.toString()).isEqualTo(201);
    }

    @Test
    void aForgottenDrawerIsClosedByALeadWithoutACountAndTheTillIsToldInWords() {
        cashier.put(path, opening("mainz-1"));
        String notCounted = """
                {"countedCash": null, "closedAt": "2026-01-23T07:10:00Z", "reason": "Left open over night"}
                """;
        Api lead = api.as(Token.of(Role.SHIFT_LEAD, "mainz"));

        assertThat(cashier.put(path + "/closing", notCounted).problem()).isEqualTo("lead-needed");
        assertThat(lead.put(path + "/closing", notCounted.replace("Left open over night", " "))
                        .problem())
                .isEqualTo("reason-needed");
        Api.Answer closed = lead.put(path + "/closing", notCounted);
        Api.Answer late = cashier.put(path + "/closing", count("99.00"));

        assertThat(closed.at("/difference")).isEqualTo("0.00");
        assertThat(closed.json().at("/counted").asBoolean()).isFalse();
        assertThat(late.problem()).isEqualTo("till-session-closed-before");
        assertThat(late.at("/detail")).contains("shift_lead", "that closing stands");
    }

    @Test
    void aRunningDrawerIsHandedOverWithACount() {
        cashier.put(path, opening("mainz-1"));
        String handOver = path + "/hand-overs/" + UuidV7.next();
        String body = """
                {"countedCash": "98.00", "takenOverBy": "Ben", "handedOverAt": "2026-01-22T13:00:00Z"}
                """;

        Api.Answer counted = cashier.put(handOver, body);

        assertThat(counted.status()).as(counted.toString()).isEqualTo(201);
        assertThat(counted.at("/difference")).isEqualTo("-2.00");
        assertThat(cashier.put(handOver, body).text()).isEqualTo(counted.text());
        cashier.put(path + "/closing", count("98.00"));
        assertThat(cashier.get(path + "/report").at("/handOvers/0/to")).isEqualTo("Ben");
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
            theEventIsWhatItsContractSays(event, id);
        }
    }

    private void theEventIsWhatItsContractSays(String event, UUID key) {
        Contract contract = Contract.of("order", event);
        assertThat(contract.examples()).isNotEmpty();
        TestBroker.Received received = await().until(
                        () -> broker.received("pos.order.till-session", "order." + event).stream()
                                .filter(found -> found.key().equals(key.toString()))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
        contract.accepts(received.body());
    }

    private void policyAtMainz(String rules) {
        Api.Answer kept =
                api.as(Token.manager("mainz")).put("/api/approval-policies/" + UuidV7.next(), """
                {"storeId": "mainz", "name": "Drawers", "active": true, "lockAfterMinutes": null, "rules": %s}""".formatted(rules));
        assertThat(kept.status()).as(kept.toString()).isEqualTo(201);
    }

    /** A policy speaks about what was done while it held. */
    private static String now(String document) {
        return document.replaceFirst(
                "\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z", Instant.now().toString());
    }

    private static String with(String document, String more) {
        return document.strip().replaceFirst("}$", ", " + Matcher.quoteReplacement(more) + "}");
    }

    private static String movement(String kind, String amount, String reason) {
        return """
                {"kind": "%s", "amount": "%s", "reason": "%s", "note": null, "movedAt": "2026-01-22T12:00:00Z"}
                """.formatted(kind, amount, reason);
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
