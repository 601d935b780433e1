package io.tillstream.order.approval.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.order.approval.Policies;
import io.tillstream.order.staff.People;
import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class ApprovalRequestTest {

    private final Api api;
    private final Api cashier;
    private final Api lead;
    private final Api manager;
    private final JdbcClient jdbc;
    private final UUID id = UuidV7.next();
    private final String path = "/api/approval-requests/" + id;

    ApprovalRequestTest(Api api, JdbcClient jdbc) {
        this.api = api;
        this.jdbc = jdbc;
        this.cashier = api.as(Token.cashier("goslar"));
        this.lead = api.as(Token.of(Role.SHIFT_LEAD, "goslar"));
        this.manager = api.as(Token.manager("goslar"));
    }

    @BeforeEach
    void openShop() {
        Shops.open(api, "goslar");
        if (cashier.get("/api/approval-policies?storeId=goslar")
                .json()
                .at("/items")
                .isEmpty()) {
            Policies.hold(api, "goslar");
        }
    }

    @Test
    void whatATillAsksIsSeenAndAnsweredElsewhere() {
        Api.Answer asked = cashier.put(path, question("20", People.CASHIER));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        assertThat(cashier.put(path, question("20", People.CASHIER)).status()).isEqualTo(200);
        assertThat(cashier.put(path, question("25", People.CASHIER)).problem()).isEqualTo("already-stored-differently");

        assertThat(waiting()).contains(id.toString());
        assertThat(lead.get(path).at("/basket/lines/0/name")).isEqualTo("Espresso");
        assertThat(lead.get(path).json().at("/approvers").toString()).contains("SHIFT_LEAD", "STORE_MANAGER");
        assertThat(lead.put(path + "/decision", answer(true, "fine")).at("/state"))
                .isEqualTo("APPROVED");

        Api.Answer known = cashier.get(path);
        assertThat(known.at("/state")).isEqualTo("APPROVED");
        assertThat(known.at("/decidedBy")).isEqualTo(People.SHIFT_LEAD);
        assertThat(known.at("/word")).isEqualTo("fine");
        assertThat(waiting()).doesNotContain(id.toString());
    }

    @Test
    void theFirstDecisionCounts() {
        cashier.put(path, question("20", People.CASHIER));
        List<Api.Answer> answers;
        try (ExecutorService together = Executors.newFixedThreadPool(8)) {
            List<Future<Api.Answer>> sent = Stream.iterate(0, at -> at < 16, at -> at + 1)
                    .map(at -> together.submit(() ->
                            (at % 2 == 0 ? lead : manager).put(path + "/decision", answer(at % 2 == 0, null))))
                    .toList();
            answers = sent.stream().map(ApprovalRequestTest::answered).toList();
        }
        String state = cashier.get(path).at("/state");
        assertThat(answers)
                .filteredOn(each -> each.status() == 200)
                .hasSize(8)
                .allSatisfy(each -> assertThat(each.at("/state")).isEqualTo(state));
        assertThat(answers)
                .filteredOn(each -> each.status() != 200)
                .hasSize(8)
                .allSatisfy(each -> assertThat(each.problem()).isEqualTo("approval-request-over"));
    }

    @Test
    void nobodyDecidesTheirOwnOrWhatThePolicyLeavesToOthers() {
        lead.put(path, question("20", People.SHIFT_LEAD));
        assertThat(lead.put(path + "/decision", answer(true, null)).problem()).isEqualTo("own-approval");

        String handedOver = "/api/approval-requests/" + UuidV7.next();
        cashier.put(handedOver, question("20", People.SHIFT_LEAD));
        assertThat(lead.put(handedOver + "/decision", answer(true, null)).problem())
                .isEqualTo("own-approval");

        String large = "/api/approval-requests/" + UuidV7.next();
        cashier.put(large, question("50", People.CASHIER));
        assertThat(lead.put(large + "/decision", answer(true, null)).problem()).isEqualTo("not-an-approver");
        assertThat(cashier.put(large + "/decision", answer(true, null)).problem())
                .isEqualTo("role-required");
        assertThat(api.as(Token.manager("kassel"))
                        .put(large + "/decision", answer(true, null))
                        .status())
                .isEqualTo(404);
        assertThat(manager.put(large + "/decision", answer(true, null)).at("/state"))
                .isEqualTo("APPROVED");
    }

    @Test
    void whatIsTakenBackOrTooLateIsNotDecided() {
        cashier.put(path, question("20", People.CASHIER));
        assertThat(cashier.put(path + "/cancellation", "{}").at("/state")).isEqualTo("CANCELLED");
        assertThat(manager.put(path + "/decision", answer(true, null)).problem())
                .isEqualTo("approval-request-over");

        UUID late = UuidV7.next();
        cashier.put("/api/approval-requests/" + late, question("20", People.CASHIER));
        jdbc.sql("update approval_request set expires_at = now() - interval '1 second' where id = ?")
                .param(late)
                .update();
        assertThat(cashier.get("/api/approval-requests/" + late).at("/state")).isEqualTo("EXPIRED");
        assertThat(manager.put("/api/approval-requests/" + late + "/decision", answer(true, null))
                        .problem())
                .isEqualTo("approval-request-over");
        assertThat(waiting()).doesNotContain(late.toString());
    }

    private static Api.Answer answered(Future<Api.Answer> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> waiting() {
        return lead.get("/api/approval-requests")
                .json()
                .at("/items")
                .valueStream()
                .map(request -> request.at("/id").asString())
                .toList();
    }

    private static String answer(boolean approved, String word) {
        return "{\"approved\": %s, \"word\": %s}".formatted(approved, word == null ? null : '"' + word + '"');
    }

    private static String question(String percent, String askedBy) {
        return """
                {"storeId": "goslar", "tillId": "goslar-1", "askedBy": {"id": "%s", "name": "Clara"},
                 "askedAt": "2026-11-22T10:15:00Z", "currency": "EUR",
                 "wishes": [{"deed": {"action": "LINE_DISCOUNT", "lineNo": null, "amount": "1.00", "of": "4.99",
                                      "percent": "%s"}, "subject": "Espresso"}],
                 "basket": {"lines": [{"name": "Espresso", "quantity": "1", "unitPrice": "4.99", "discount": "1.00",
                                       "amount": "3.99"}], "total": "3.99"}}""".formatted(askedBy, percent);
    }
}
