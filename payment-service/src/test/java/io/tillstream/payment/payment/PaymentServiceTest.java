package io.tillstream.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillstream.payment.terminal.TerminalAnswer;
import io.tillstream.payment.terminal.TerminalAnswered;
import io.tillstream.payment.terminal.TerminalOperation;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.money.Money;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.OpenApiContract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
@Import(WatchedTerminal.Watch.class)
class PaymentServiceTest {
    private final Api api;
    private final Api cashier;
    private final TestBroker broker;
    private final JdbcClient database;
    private final PaymentBook book;
    private final WatchedTerminal terminal;
    private final ApplicationEventPublisher terminalSpeaks;

    PaymentServiceTest(
            Api api,
            TestBroker broker,
            JdbcClient database,
            PaymentBook book,
            WatchedTerminal terminal,
            ApplicationEventPublisher terminalSpeaks) {
        this.api = api;
        this.cashier = api.as(Token.cashier("berlin"));
        this.broker = broker;
        this.database = database;
        this.book = book;
        this.terminal = terminal;
        this.terminalSpeaks = terminalSpeaks;
    }

    @Test
    void aCardPaymentIsCapturedAndTold() {
        UUID id = UuidV7.next();

        Api.Answer answer = pay(id, "19.99");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.at("/status")).isEqualTo("CAPTURED");
        assertThat(answer.at("/amount/amount")).isEqualTo("19.99");
        assertThat(answer.at("/authorizationCode")).isNotEmpty();
        assertThat(answer.at("/maskedCard")).isEqualTo("************4242");
        TestBroker.Received event = told(id, "payment.payment-captured.v1");
        Contract.of("payment", "payment-captured.v1").accepts(event.body());
        assertThat(event.json().at("/saleId").asString()).isEqualTo(saleOf(id));
        assertThat(terminal.wasCalledInTransaction()).isFalse();
    }

    @Test
    void aDeclinedPaymentSaysWhyAndIsTold() {
        UUID id = UuidV7.next();

        Api.Answer answer = pay(id, "19.51");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/status")).isEqualTo("DECLINED");
        assertThat(answer.at("/reason")).isEqualTo("insufficient-funds");
        Contract.of("payment", "payment-declined.v1")
                .accepts(told(id, "payment.payment-declined.v1").body());
    }

    @Test
    void aPaymentSentAgainIsNotChargedAgain() {
        UUID id = UuidV7.next();
        Api.Answer first = pay(id, "5.00");
        Api.Answer again = pay(id, "5.00");
        Api.Answer altered = pay(id, "6.00");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(altered.status()).isEqualTo(409);
        assertThat(altered.problem()).isEqualTo("already-stored-differently");
        assertThat(timesCharged(id)).isOne();
    }

    @Test
    void manyIdenticalRequestsAtOnceChargeOnce() throws Exception {
        UUID id = UuidV7.next();

        List<Integer> answers = atOnce(
                8, () -> cashier.put("/api/payments/" + id, body(id, "7.00")).status());

        assertThat(answers).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(timesCharged(id)).isOne();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "an approval lost on the way, 20.54, CAPTURED",
        "a decline lost on the way, 20.55, DECLINED",
        "a terminal that takes its time, 20.56, CAPTURED",
        "an answer that comes late, 20.58, CAPTURED"
    })
    void whatWasNotAnsweredIsFoundByAskingNeverByChargingAgain(String trouble, String amount, String outcome) {
        UUID id = UuidV7.next();

        assertThat(pay(id, amount).at("/status")).isEqualTo("PENDING");

        await().until(() -> cashier.get("/api/payments/" + id).at("/status").equals(outcome));
        assertThat(pay(id, amount).at("/status")).isEqualTo(outcome);
        assertThat(timesCharged(id)).isOne();
    }

    @Test
    void whatWasNotAnsweredIsFoundEvenIfNobodyAsks() {
        UUID id = UuidV7.next();
        pay(id, "21.54");

        await().until(() -> stored(id).equals("CAPTURED"));

        assertThat(timesCharged(id)).isOne();
        assertThat(told(id, "payment.payment-captured.v1")
                        .json()
                        .at("/amount/amount")
                        .asString())
                .isEqualTo("21.54");
    }

    @Test
    void anAnswerGivenTwiceCountsOnce() {
        UUID id = UuidV7.next();
        assertThat(pay(id, "22.57").at("/status")).isEqualTo("CAPTURED");
        TerminalOperation charge = charge(id, "22.57");
        terminalSpeaks.publishEvent(new TerminalAnswered(charge, new TerminalAnswer.Approved("X", "************1111")));
        terminalSpeaks.publishEvent(new TerminalAnswered(charge, new TerminalAnswer.Declined("too-late")));

        assertThat(history(id)).containsExactly("PENDING", "CAPTURED");
        assertThat(cashier.get("/api/payments/" + id).at("/maskedCard")).isEqualTo("************4242");
        told(id, "payment.payment-captured.v1");
    }

    @Test
    void aRequestThatNeverReachedTheTerminalEndsAsDeclinedButNotTooSoon() {
        UUID id = UuidV7.next();
        assertThat(pay(id, "23.59").at("/status")).isEqualTo("PENDING");
        assertThat(cashier.get("/api/payments/" + id).at("/status")).isEqualTo("PENDING");

        await().until(() -> stored(id).equals("DECLINED"));

        assertThat(cashier.get("/api/payments/" + id).at("/reason")).isEqualTo("terminal-not-reached");
    }

    @Test
    void aChargeApprovedAfterItWasGivenUpIsTakenBack() {
        UUID id = UuidV7.next();
        book.openPayment(id, request(id, "24.00"), "cashier");
        await().until(() -> stored(id).equals("DECLINED"));

        terminalSpeaks.publishEvent(
                new TerminalAnswered(charge(id, "24.00"), new TerminalAnswer.Approved("LATE01", "************4242")));

        await().until(() -> stored(id).equals("VOIDED"));
        assertThat(history(id)).containsExactly("PENDING", "DECLINED", "VOIDING", "VOIDED");
    }

    @Test
    void aCrashBeforeTheTerminalWasCalledLosesNothing() {
        UUID id = UuidV7.next();
        book.openPayment(id, request(id, "25.00"), "cashier");

        await().until(() -> stored(id).equals("DECLINED"));

        assertThat(timesCharged(id)).isZero();
    }

    @Test
    void aCrashBetweenChargeAndRecordLosesNothingAndChargesOnce() {
        UUID id = UuidV7.next();
        book.openPayment(id, request(id, "26.00"), "cashier");
        terminal.perform(charge(id, "26.00"));

        await().until(() -> stored(id).equals("CAPTURED"));

        assertThat(timesCharged(id)).isOne();
        told(id, "payment.payment-captured.v1");
    }

    @Test
    void refundsGiveBackAtMostWhatWasTaken() {
        UUID id = UuidV7.next();
        UUID refund = UuidV7.next();
        pay(id, "30.00");

        Api.Answer first = refund(id, refund, "10.00");
        Api.Answer again = refund(id, refund, "10.00");
        Api.Answer tooMuch = refund(id, UuidV7.next(), "20.01");
        Api.Answer rest = refund(id, UuidV7.next(), "20.00");

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.at("/status")).isEqualTo("REFUNDED");
        assertThat(first.at("/saleId")).isEqualTo(RETURN);
        assertThat(again.status()).isEqualTo(200);
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.problem()).isEqualTo("refund-exceeds-payment");
        assertThat(rest.status()).isEqualTo(201);
        assertThat(cashier.get("/api/payments/" + id).at("/refunded/amount")).isEqualTo("30.00");
    }

    @Test
    void refundsAtOnceCannotGiveBackMoreThanWasTaken() throws Exception {
        UUID id = UuidV7.next();
        pay(id, "30.00");

        List<Integer> answers =
                atOnce(6, () -> refund(id, UuidV7.next(), "10.00").status());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(3);
        assertThat(cashier.get("/api/payments/" + id).at("/refunded/amount")).isEqualTo("30.00");
    }

    @Test
    void aRefundWithoutAnswerIsAskedForAndARefusedOneCanBeRepeated() {
        UUID id = UuidV7.next();
        UUID lost = UuidV7.next();
        UUID refused = UuidV7.next();
        pay(id, "50.00");

        assertThat(refund(id, lost, "10.54").at("/status")).isEqualTo("PENDING");
        assertThat(cashier.get("/api/payments/" + id + "/refunds/" + lost).at("/status"))
                .isEqualTo("REFUNDED");
        assertThat(refund(id, refused, "39.51").status()).isEqualTo(422);
        assertThat(refund(id, refused, "38.51").at("/status")).isEqualTo("REFUSED");
        assertThat(refund(id, UuidV7.next(), "39.46").at("/status")).isEqualTo("REFUNDED");
    }

    @Test
    void aVoidTakesAllBackOnceAndOnlyWhatWasTaken() {
        UUID id = UuidV7.next();
        UUID declined = UuidV7.next();
        UUID partlyRefunded = UuidV7.next();
        pay(id, "31.00");
        pay(declined, "31.51");
        pay(partlyRefunded, "31.00");
        refund(partlyRefunded, UuidV7.next(), "1.00");

        assertThat(voided(id).at("/status")).isEqualTo("VOIDED");
        assertThat(voided(id).status()).isEqualTo(200);
        assertThat(refund(id, UuidV7.next(), "1.00").problem()).isEqualTo("payment-not-captured");
        assertThat(voided(declined).problem()).isEqualTo("payment-not-captured");
        assertThat(voided(partlyRefunded).problem()).isEqualTo("payment-has-refunds");
        assertThat(history(id)).containsExactly("PENDING", "CAPTURED", "VOIDING", "VOIDED");
    }

    @Test
    void cashIsCapturedWithoutATerminal() {
        UUID id = UuidV7.next();
        Api.Answer answer = cashier.put("/api/payments/" + id, body(id, "5.51").replace("CARD", "CASH"));

        assertThat(answer.at("/status")).isEqualTo("CAPTURED");
        assertThat(timesCharged(id)).isZero();
        assertThat(refund(id, UuidV7.next(), "5.51").at("/status")).isEqualTo("REFUNDED");
    }

    @Test
    void aPaymentBelongsToItsStoreAndToThoseWhoTakeMoney() {
        UUID id = UuidV7.next();
        pay(id, "8.00");
        Api elsewhere = api.as(Token.cashier("hamburg"));

        assertThat(elsewhere.get("/api/payments/" + id).status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/payments/" + id + "/steps").status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/payments?storeId=berlin").status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/payments").text()).doesNotContain(id.toString());
        assertThat(elsewhere
                        .put("/api/payments/" + UuidV7.next(), body(id, "8.00"))
                        .problem())
                .isEqualTo("not-your-store");
        assertThat(elsewhere
                        .put("/api/payments/" + id + "/refunds/" + UuidV7.next(), REFUND)
                        .problem())
                .isEqualTo("not-your-store");
        assertThat(api.as(Token.accountant())
                        .put("/api/payments/" + UuidV7.next(), body(id, "8.00"))
                        .problem())
                .isEqualTo("role-required");
        assertThat(api.as(Token.of(Role.AUDITOR, "*"))
                        .get("/api/payments?storeId=berlin&limit=500")
                        .text())
                .contains(id.toString());
        assertThat(api.put("/api/payments/" + UuidV7.next(), body(id, "8.00")).status())
                .isEqualTo(401);
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource({
        "0.00, EUR, 422, amount-not-payable",
        "-5.00, EUR, 422, amount-not-payable",
        "1.005, EUR, 422, amount-not-payable",
        "100.5, JPY, 422, amount-not-payable",
        "1000000.01, EUR, 422, amount-not-payable",
        "5.00, XYZ, 400, malformed-request",
        "five, EUR, 400, malformed-request"
    })
    void anAmountThatCannotBePaidIsRefused(String amount, String currency, int status, String problem) {
        UUID id = UuidV7.next();
        Api.Answer answer = cashier.put("/api/payments/" + id, body(id, amount).replace("EUR", currency));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(cashier.get("/api/payments/" + id).status()).isEqualTo(404);
    }

    @Test
    void whatIsMalformedIsRefused() {
        UUID id = UuidV7.next();
        String path = "/api/payments/" + id;
        assertThat(cashier.put(path, body(id, "5.00").replace("tillId", "till")).problem())
                .isEqualTo("malformed-request");
        assertThat(cashier.put(path, body(id, "5.00").replace("\"berlin\"", "null"))
                        .status())
                .isEqualTo(400);
        assertThat(cashier.put(path, "{").status()).isEqualTo(400);
        assertThat(cashier.put(path, body(id, "5.00").replace("CARD", "GOLD")).status())
                .isEqualTo(400);
        assertThat(cashier.put("/api/payments/17", body(id, "5.00")).status()).isEqualTo(400);
        assertThat(cashier.get("/api/payments?cursor=abc").status()).isEqualTo(400);
        assertThat(cashier.get(path).status()).isEqualTo(404);
    }

    @Test
    void listsGoOnWhereTheyStopped() {
        for (int i = 0; i < 3; i++) {
            pay(UuidV7.next(), "1.00");
        }
        Api.Answer first = cashier.get("/api/payments?status=CAPTURED&limit=2");
        Api.Answer second = cashier.get("/api/payments?status=CAPTURED&limit=1&cursor=" + first.at("/nextCursor"));

        assertThat(first.json().at("/items").size()).isEqualTo(2);
        assertThat(second.at("/items/0/id")).isLessThan(first.at("/items/1/id"));
    }

    @Test
    void historyCannotBeRewritten() {
        pay(UuidV7.next(), "1.00");
        assertThatThrownBy(() -> database.sql("update payment_step set status = 'CAPTURED'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("delete from payment_step").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theApiIsTheCommittedOne() {
        OpenApiContract.check(api, "payment-service");
    }

    private static final String RETURN = "019aa9a5-7b10-7c22-9d33-112233445566";
    private static final String REFUND =
            "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},\"saleId\":\"" + RETURN + "\"}";

    private Api.Answer pay(UUID id, String amount) {
        return cashier.put("/api/payments/" + id, body(id, amount));
    }

    private Api.Answer refund(UUID payment, UUID refund, String amount) {
        return cashier.put("/api/payments/" + payment + "/refunds/" + refund, REFUND.replace("1.00", amount));
    }

    private Api.Answer voided(UUID payment) {
        return cashier.put("/api/payments/" + payment + "/void", "{\"reason\":\"wrong amount\"}");
    }

    private static String body(UUID id, String amount) {
        return """
                {"type": "CARD", "amount": {"amount": "%s", "currency": "EUR"}, "storeId": "berlin",
                 "tillId": "berlin-1", "saleId": "%s"}""".formatted(amount, saleOf(id));
    }

    private static PaymentRequest request(UUID id, String amount) {
        return new PaymentRequest(
                PaymentType.CARD, Money.of(amount, "EUR"), "berlin", "berlin-1", UUID.fromString(saleOf(id)));
    }

    private static String saleOf(UUID payment) {
        return UUID.nameUUIDFromBytes(payment.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private static TerminalOperation charge(UUID id, String amount) {
        return new TerminalOperation(TerminalOperation.Kind.CHARGE, id, id, "berlin-1", Money.of(amount, "EUR"));
    }

    private String stored(UUID id) {
        return database.sql("select status from payment where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private List<String> history(UUID id) {
        return database.sql("select status from payment_step where payment_id = ? order by at, id")
                .param(id)
                .query(String.class)
                .list();
    }

    private int timesCharged(UUID id) {
        return database.sql(
                        "select coalesce(sum(times_performed), 0) from simulated_operation where kind = 'CHARGE' and id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** The one event of that type about the payment. */
    private TestBroker.Received told(UUID id, String type) {
        await().until(() -> !about(id, type).isEmpty());
        List<TestBroker.Received> events = about(id, type);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private List<TestBroker.Received> about(UUID id, String type) {
        return broker.received("pos.payment.payment", type).stream()
                .filter(event -> event.key().equals(id.toString()))
                .toList();
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> answers = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList());
            return answers.stream().map(Future::resultNow).toList();
        }
    }
}
