package io.tillstream.order.dailyroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tillstream.order.device.TestDevice;
import io.tillstream.order.journal.TestJournal;
import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Roots of stores whose days end at 04:00 in Berlin, made at the moments that a test says. */
@ServiceTest
class DailyRootTest {

    private static final Instant MONDAY = Instant.parse("2036-11-24T03:01:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = TUESDAY.plus(Duration.ofDays(1));

    private final Api api;
    private final RootStore roots;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    DailyRootTest(Api api, RootStore roots, JdbcClient jdbc, JsonMapper json) {
        this.api = api;
        this.roots = roots;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Test
    void aRootHoldsTheHeadsOfAllJournalsAndTheRootBeforeAndWhatComesLateStandsInALaterOne() {
        TestJournal one = enrol("root-a", "root-a-1");
        TestJournal other = enrol("root-a", "root-a-2");
        handIn("root-a", one, 3);
        handIn("root-a", other, 2);
        timeIs(MONDAY);
        String first = payloads("root-a").getFirst();
        handIn("root-a", other, 1);
        timeIs(MONDAY.plus(Duration.ofHours(1)));
        timeIs(TUESDAY);
        timeIs(WEDNESDAY);

        assertThat(payloads("root-a"))
                .as("nothing was new on Tuesday")
                .hasSize(2)
                .startsWith(first);
        JsonNode last = json.readTree(payloads("root-a").getLast());
        assertThat(last.at("/businessDate").asString()).isEqualTo("2036-11-24");
        assertThat(last.at("/number").asInt()).isEqualTo(2);
        assertThat(last.at("/previous").asString()).isEqualTo(sha256(first));
        assertThat(last.at("/heads").valueStream())
                .extracting(
                        head -> head.at("/number").asInt(),
                        head -> head.at("/hash").asString())
                .containsExactlyInAnyOrder(tuple(3, one.head()), tuple(3, other.head()));
        assertThat(last.at("/heads")
                        .valueStream()
                        .map(head -> head.at("/device").asString()))
                .isSorted();
    }

    @Test
    void itsFormIsCanonicalAndTheFirstFollowsNothing() {
        TestDevice device = TestDevice.made();
        TestJournal journal = enrol("root-b", "root-b-1", device);
        handIn("root-b", journal, 1);
        timeIs(MONDAY);

        assertThat(payloads("root-b")).containsExactly("""
                {"businessDate":"2036-11-23","format":"tillstream-daily-root-1","heads":[{"device":"%s","hash":"%s","key":"%s",\
                "number":1}],"madeAt":"2036-11-24T03:01:00Z","number":1,"previous":"%s","storeId":"root-b"}""".formatted(
                device.id(), journal.head(), sha256(device.keys().getPublic().getEncoded()), "0".repeat(64)));
    }

    @Test
    void anEntryThatFollowsAGapIsHeldOnceTheGapIsFilled() {
        TestJournal journal = enrol("root-c", "root-c-1");
        handIn("root-c", journal, 1);
        Object late = journal.nextSent(1);
        handIn("root-c", journal, 1);
        timeIs(MONDAY);
        api.as(Token.cashier("root-c")).post(journal.path(), late);
        timeIs(TUESDAY);

        assertThat(payloads("root-c"))
                .extracting(root -> json.readTree(root).at("/heads/0/number").asInt())
                .containsExactly(1, 3);
    }

    @Test
    void aDrawerThatNobodyHasClosedHoldsTheRootUpForThreeHoursAtMost() {
        TestJournal journal = enrol("root-d", "root-d-1");
        handIn("root-d", journal, 1);
        Api cashier = api.as(Token.cashier("root-d"));
        Api.Answer opened = cashier.put("/api/till-sessions/" + UuidV7.next(), """
                {"tillId": "root-d-1", "storeId": "root-d", "openingFloat": "100.00", "currency": "EUR",
                 "businessDate": "2036-11-23", "openedAt": "2036-11-23T08:00:00Z"}""");
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);

        timeIs(MONDAY);
        assertThat(payloads("root-d")).isEmpty();
        timeIs(MONDAY.plus(Duration.ofHours(3)));
        assertThat(payloads("root-d")).hasSize(1);
    }

    @Test
    void instancesThatLookAtTheSameMomentMakeOneRoot() throws Exception {
        handIn("root-e", enrol("root-e", "root-e-1"), 1);
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> looks = IntStream.range(0, 6)
                    .mapToObj(n -> Executors.callable(() -> timeIs(MONDAY)))
                    .toList();
            instances.invokeAll(looks).forEach(look -> look.resultNow());
        }
        assertThat(payloads("root-e")).hasSize(1);
    }

    @Test
    void nobodyChangesARootNotEvenTheService() {
        handIn("root-f", enrol("root-f", "root-f-1"), 1);
        timeIs(MONDAY);
        for (String change :
                List.of("update daily_root set payload = '{}'", "delete from daily_root", "truncate daily_root")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void whoMayReadSeesThemNewestFirstAndTakesThemAwayWithAllJournals() {
        TestJournal journal = enrol("root-g", "root-g-1");
        handIn("root-g", journal, 1);
        timeIs(MONDAY);
        handIn("root-g", journal, 4);
        timeIs(TUESDAY);
        Api auditor = api.as(Token.of(Role.AUDITOR, "root-g"));

        Api.Answer newest = auditor.get("/api/daily-roots?storeId=root-g&limit=1");
        assertThat(newest.at("/items/0/hash"))
                .isEqualTo(sha256(payloads("root-g").getLast()));
        assertThat(newest.at("/items/0/entries")).isEqualTo("5");
        Api.Answer older = auditor.get("/api/daily-roots?storeId=root-g&limit=1&cursor=" + newest.at("/nextCursor"));
        assertThat(older.at("/items/0/number")).isEqualTo("1");
        assertThat(older.json().at("/nextCursor").isNull()).isTrue();

        List<String> all = auditor.get("/api/journal-exports?storeId=root-g")
                .text()
                .lines()
                .toList();
        assertThat(all).hasSize(1 + 2 + 1 + 5);
        assertThat(all.getFirst()).isEqualTo("{\"format\":\"tillstream-daily-roots-export-1\",\"storeId\":\"root-g\"}");
        assertThat(all.get(3)).startsWith("{\"format\":\"tillstream-journal-export-1\"");
        String path = journal.path().replace("entries", "export");
        assertThat(auditor.get(path + "?after=1&most=2").text().lines())
                .containsExactly(all.get(3), all.get(5), all.get(6));

        for (String asked : List.of(
                "/api/daily-roots?storeId=root-g",
                "/api/daily-roots/export?storeId=root-g",
                "/api/journal-exports?storeId=root-g")) {
            assertThat(api.as(Token.of(Role.AUDITOR, "elsewhere")).get(asked).status())
                    .as(asked)
                    .isEqualTo(404);
            assertThat(api.as(Token.cashier("root-g")).get(asked).status())
                    .as(asked)
                    .isEqualTo(403);
        }
    }

    private TestJournal enrol(String store, String till) {
        return enrol(store, till, TestDevice.made());
    }

    private TestJournal enrol(String store, String till, TestDevice device) {
        Shops.open(api, store);
        Api.Answer enrolled = device.enrolAs(till, api.as(Token.manager(store)));
        return new TestJournal(device, till, enrolled.json().at("/epoch").asInt());
    }

    private void handIn(String store, TestJournal journal, int entries) {
        Api.Answer answer = api.as(Token.cashier(store)).post(journal.path(), journal.nextSent(entries));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void timeIs(Instant now) {
        new EndOfDay(roots, new RootPatience(Duration.ofHours(3)), Clock.fixed(now, ZoneOffset.UTC)).makeDue();
    }

    private List<String> payloads(String store) {
        return api.as(Token.of(Role.AUDITOR, store))
                .get("/api/daily-roots/export?storeId=" + store)
                .text()
                .lines()
                .skip(1)
                .map(line -> json.readTree(line).at("/payload").asString())
                .toList();
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
