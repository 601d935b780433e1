package io.tillstream.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServiceTest
class PlatformTest {
    private static final String NOTE = """
            {"storeId": "berlin", "price": {"amount": "1.50", "currency": "EUR"}, "lines": [{"text": "a", "quantity": "2.5"}]}
            """;

    @DynamicPropertySource
    static void collectSpans(DynamicPropertyRegistry settings) {
        settings.add("TRACING_OTLP_URL", Collector::start);
    }

    private final Api api;
    private final TestBroker broker;
    private final JdbcClient jdbc;

    PlatformTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.api = api;
        this.broker = broker;
        this.jdbc = jdbc;
    }

    @Test
    void aPutIsCreatedOnceAndAnsweredTheSameForEver() {
        String path = "/api/notes/" + UuidV7.next();
        Api cashier = api.as(Token.cashier("berlin"));

        Api.Answer first = cashier.put(path, NOTE);
        Api.Answer second = cashier.put(path, NOTE.replace(" ", ""));
        Api.Answer altered = cashier.put(path, NOTE.replace("2.5", "3.5"));

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(altered.status()).isEqualTo(409);
        assertThat(altered.problem()).isEqualTo("already-stored-differently");
    }

    @Test
    void anEventLeavesThroughTheOutboxAndIsAppliedOnce() {
        UUID id = UuidV7.next();
        api.as(Token.cashier("berlin")).put("/api/notes/" + id, NOTE);

        await().until(() -> seen(id) == 1);
        await().until(() -> outboxRows() == 0);
        TestBroker.Received sent = broker.received(SampleApplication.TOPIC, SampleApplication.TYPE).stream()
                .filter(event -> event.key().equals(id.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(sent.header("id")).isNotEmpty();
        assertThat(sent.header("traceparent")).startsWith("00-");

        broker.publish(
                UUID.fromString(sent.header("id")),
                SampleApplication.TOPIC,
                SampleApplication.TYPE,
                id.toString(),
                1,
                sent.body());
        UUID later = publishNote("berlin");
        await().until(() -> seen(later) == 1);
        assertThat(seen(id)).isEqualTo(1);
    }

    @Test
    void aSampledTraceReachesTheCollectorFromRequestAndConsumer() {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        UUID id = UuidV7.next();
        api.as(Token.cashier("berlin"))
                .with("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .put("/api/notes/" + id, NOTE);

        await().until(() -> seen(id) == 1);
        await().until(() -> Collector.hasSpan("PUT /api/notes/{id}"));
        await().until(() -> Collector.hasSpan("notes sample.note-taken.v1"));
        assertThat(broker.received(SampleApplication.TOPIC, SampleApplication.TYPE).stream()
                        .filter(event -> event.key().equals(id.toString()))
                        .map(event -> event.header("traceparent")))
                .singleElement()
                .asString()
                .startsWith("00-" + traceId)
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void aRolledBackRequestSendsNothing() {
        UUID id = UuidV7.next();
        Api.Answer answer = api.as(Token.cashier("berlin")).put("/api/notes/" + id, NOTE.replaceAll("\\[.*]", "[]"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).doesNotContain("secret");
        UUID later = publishNote("berlin");
        await().until(() -> seen(later) == 1);
        assertThat(seen(id)).isZero();
    }

    @Test
    void anEventThatCannotBeAppliedIsSetAsideAndTheOthersGoOn() {
        UUID poison = publishNote("poison");
        UUID good = publishNote("berlin");

        await().atMost(Duration.ofSeconds(20)).until(() -> seen(good) == 1);
        await().until(() -> broker.received(SampleApplication.TOPIC + ".dlq", SampleApplication.TYPE).stream()
                .anyMatch(letter -> letter.key().equals(poison.toString())
                        && letter.header("reason").contains("cannot be applied")));
        assertThat(seen(poison)).isZero();
    }

    @Test
    void aMissingTopicHoldsUpOnlyItsOwnEvents() {
        UUID stuck = UuidV7.next();
        jdbc.sql("""
                insert into outbox (event_id, topic, key, type, aggregate_version, occurred_at, body)
                values (?, 'pos.sample.missing', 'k', 'sample.missing.v1', 1, now(), '{}')
                """).param(stuck).update();
        UUID id = UuidV7.next();
        api.as(Token.cashier("berlin")).put("/api/notes/" + id, NOTE);

        await().atMost(Duration.ofSeconds(20)).until(() -> seen(id) == 1);
        await().until(() -> outboxRows() == 1);

        broker.received("pos.sample.missing", "sample.missing.v1"); // asking for it creates it
        await().atMost(Duration.ofSeconds(30)).until(() -> outboxRows() == 0);
        assertThat(broker.received("pos.sample.missing", "sample.missing.v1"))
                .extracting(event -> event.header("id"))
                .containsExactly(stuck.toString());
    }

    @Test
    void theApiIsDescribedAsItTravels() {
        Api.Answer description = api.get("/v3/api-docs");

        assertThat(description.at("/info/title")).isEqualTo("sample");
        assertThat(description.at("/components/schemas/Money/properties/amount/type"))
                .isEqualTo("string");
        assertThat(description.at("/components/schemas/SampleApplicationTakeNote/required/0"))
                .isEqualTo("lines");
        assertThat(description.at("/components/schemas/SampleApplicationNoteLine/properties/remark/type/1"))
                .isEqualTo("null");
        assertThat(description.at("/paths/~1api~1notes~1{id}/put/responses/default/description"))
                .startsWith("Refused");
        assertThat(description.text()).doesNotContain("\"Caller\"");
    }

    @Test
    void aTokenMustBeOursAndValid() {
        String path = "/api/notes/" + UuidV7.next();
        assertThat(List.of(
                        api,
                        api.as(Token.cashier("berlin").expired()),
                        api.as(Token.cashier("berlin").from("http://elsewhere")),
                        api.as(Token.cashier("berlin").meantFor("another-api")),
                        api.as(Token.cashier("berlin").signedBySomebodyElse()),
                        api.with("Authorization", "Bearer nonsense")))
                .allSatisfy(caller -> {
                    Api.Answer answer = caller.put(path, NOTE);
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
                    assertThat(answer.problem()).isEqualTo("sign-in-required");
                });
    }

    @Test
    void roleAndStoreAreChecked() {
        String path = "/api/notes/" + UuidV7.next();
        Api.Answer noRole = api.as(Token.accountant()).put(path, NOTE);
        Api.Answer otherStore = api.as(Token.cashier("hamburg")).put(path, NOTE);

        assertThat(noRole.status()).isEqualTo(403);
        assertThat(noRole.problem()).isEqualTo("role-required");
        assertThat(otherStore.status()).isEqualTo(403);
        assertThat(otherStore.problem()).isEqualTo("not-your-store");
        assertThat(api.as(Token.everything()).get("/elsewhere").status()).isEqualTo(403);
    }

    @Test
    void badInputIsNamedByPlace() {
        assertMalformed(NOTE.replace("\"lines\"", "\"lanes\""), "/lanes");
        assertMalformed(NOTE.replace("\"2.5\"", "2.5"), "/lines/0/quantity");
        assertMalformed(NOTE.replace("\"2.5\"", "\"2,5\""), "/lines/0/quantity");
        assertMalformed(NOTE.replace("\"a\"", "\"\""), "/lines/0/text");
        assertMalformed(NOTE.replace("\"a\"", "5"), "/lines/0/text");
        assertMalformed(NOTE.replace("\"a\"", "true"), "/lines/0/text");
        assertMalformed(NOTE.replace("}]}", "}]"), "");
        assertMalformed("", "");
        assertThat(api.as(Token.cashier("berlin"))
                        .put("/api/notes/not-an-id", NOTE)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFailureInDomainWordsBecomesAProblem() {
        Api.Answer answer =
                api.as(Token.cashier("closed")).put("/api/notes/" + UuidV7.next(), NOTE.replace("berlin", "closed"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/type")).isEqualTo("/problems/store-closed");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/storeId");
    }

    @Test
    void insertOnlyTablesRefuseChanges() {
        assertThatThrownBy(() -> jdbc.sql("update note set store_id = 'x'").update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("delete from note").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void healthIsOpenAndTheRestIsClosed() {
        assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(api.get("/actuator/prometheus").text()).contains("jvm_memory_used_bytes");
        assertThat(api.get("/actuator/env").status()).isEqualTo(401);
    }

    private void assertMalformed(String body, String pointer) {
        Api.Answer answer = api.as(Token.cashier("berlin")).put("/api/notes/" + UuidV7.next(), body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-request");
        assertThat(answer.at("/errors/0/pointer")).as(answer.toString()).isEqualTo(pointer);
        assertThat(answer.text()).doesNotContain("java.", "io.tillstream", "Coercion");
    }

    private UUID publishNote(String storeId) {
        UUID id = UuidV7.next();
        broker.publish(
                SampleApplication.TOPIC,
                SampleApplication.TYPE,
                id.toString(),
                ("{\"id\":\"" + id + "\",\"storeId\":\"" + storeId + "\",\"new\":1}").getBytes(StandardCharsets.UTF_8));
        return id;
    }

    private int seen(UUID id) {
        return jdbc.sql("select count(*) from note_seen where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private int outboxRows() {
        return jdbc.sql("select count(*) from outbox").query(Integer.class).single();
    }
}
