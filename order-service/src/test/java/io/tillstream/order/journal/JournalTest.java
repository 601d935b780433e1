package io.tillstream.order.journal;

import static io.tillstream.order.journal.TestJournal.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.order.device.TestDevice;
import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class JournalTest {

    private static final UUID SALE = UuidV7.next();

    private final Api api;
    private final JdbcClient jdbc;
    private final Api manager;
    private final Api cashier;
    private TestDevice device = TestDevice.made();
    private TestJournal journal = new TestJournal(device, "gera-1", 0);

    JournalTest(Api api, JdbcClient jdbc) {
        this.api = api;
        this.jdbc = jdbc;
        this.manager = api.as(Token.manager("gera"));
        this.cashier = api.as(Token.cashier("gera"));
    }

    @BeforeEach
    void enrolTill() {
        Shops.open(api, "gera");
        device = TestDevice.made();
        Api.Answer enrolled = device.enrolAs("gera-1", manager);
        String follows = enrolled.json().at("/follows/hash").asString("");
        journal = new TestJournal(
                device,
                "gera-1",
                enrolled.json().at("/epoch").asInt(),
                follows.isEmpty() ? JournalStore.NOTHING : HexFormat.of().parseHex(follows));
    }

    @Test
    void entriesComeInAnyOrderAndGapsAreWaitedFor() {
        SignedEntry first = journal.next(SALE);
        SignedEntry second = journal.next(UuidV7.next());
        SignedEntry third = journal.next(UuidV7.next());

        assertThat(results(cashier.post(journal.path(), sent(third, first)))).containsExactly("STORED", "STORED");
        assertThat(state().at("/waitingFor/0/from").asInt()).isEqualTo(2);
        assertThat(state().at("/waitingFor/0/to").asInt()).isEqualTo(2);
        assertThat(state().at("/last").asInt()).isEqualTo(3);
        assertThat(state().at("/completeTo").asInt()).isEqualTo(1);

        assertThat(results(cashier.post(journal.path(), sent(second, first, third))))
                .as("as often as it likes")
                .containsOnly("STORED");

        assertThat(state().at("/waitingFor").isEmpty()).isTrue();
        assertThat(state().at("/entries").asInt()).isEqualTo(3);
        assertThat(state().at("/findings").isEmpty()).isTrue();
    }

    @Test
    void whatDoesNotFitIsWrittenDownBesideTheJournalAndTheTrueEntryStillComesIn() {
        SignedEntry first = journal.next(SALE);
        SignedEntry changed = new SignedEntry(first.payload().replace("9.98", "9.97"), first.signature());
        SignedEntry another = journal.signed(first.payload().replace("9.98", "1.00"));
        SignedEntry notLinked = journal.signed(journal.payload(2, UuidV7.next(), "ab".repeat(32)));
        SignedEntry ofAnother = new TestJournal(TestDevice.made(), "gera-1", 1).next(SALE);

        assertThat(results(cashier.post(journal.path(), sent(changed, ofAnother, new SignedEntry("[]", "x")))))
                .containsExactly("SIGNATURE_WRONG", "NOT_AN_ENTRY", "NOT_AN_ENTRY");
        assertThat(state().at("/entries").asInt()).isZero();

        assertThat(results(cashier.post(journal.path(), sent(first, another, notLinked))))
                .containsExactly("STORED", "NUMBER_TAKEN", "STORED");

        assertThat(state().at("/findings").findValuesAsString("kind"))
                .containsExactlyInAnyOrder(
                        "SIGNATURE_WRONG", "NOT_AN_ENTRY", "NOT_AN_ENTRY", "NUMBER_TAKEN", "CHAIN_BROKEN");
        assertThat(export()).contains("9.98").doesNotContain("1.00");
    }

    @Test
    void aNewDeviceGoesOnFromTheLastEntryThatIsHereOfTheOldOne() {
        SignedEntry first = journal.next(SALE);
        SignedEntry late = journal.next(UuidV7.next());
        cashier.post(journal.path(), sent(first));
        TestDevice old = device;
        TestJournal oldJournal = journal;
        device = TestDevice.made();
        Api.Answer enrolled = device.enrolAs("gera-1", manager);

        byte[] known = JournalStore.sha256(first.payload());
        assertThat(enrolled.at("/follows/device")).isEqualTo(old.id().toString());
        assertThat(enrolled.json().at("/follows/number").asInt()).isEqualTo(1);
        assertThat(enrolled.at("/follows/hash")).isEqualTo(HexFormat.of().formatHex(known));

        assertThat(results(cashier.post(oldJournal.path(), sent(late))))
                .as("what the old device still has is welcome")
                .containsExactly("STORED");
        int epoch = enrolled.json().at("/epoch").asInt();
        journal = new TestJournal(device, "gera-1", epoch, known);
        cashier.post(journal.path(), sent(journal.next(SALE)));
        assertThat(state().at("/findings").isEmpty()).isTrue();
        assertThat(export()).contains("\"follows\":{\"device\":\"" + old.id());

        device = old;
        assertThat(state().at("/afterSuccessor").asInt()).isEqualTo(1);
        assertThat(state().at("/findings").isEmpty()).isTrue();
    }

    @Test
    void aNewDeviceThatBeginsAnewAlthoughThereWasOneBeforeIsAFinding() {
        cashier.post(journal.path(), sent(journal.next(SALE)));
        device = TestDevice.made();
        int epoch = device.enrolAs("gera-1", manager).json().at("/epoch").asInt();
        journal = new TestJournal(device, "gera-1", epoch);

        cashier.post(journal.path(), sent(journal.next(SALE)));

        assertThat(state().at("/findings").findValuesAsString("kind")).containsExactly("CHAIN_BROKEN");
    }

    @Test
    void whatDoesNotFitAndWhatIsLongWaitedForIsAmongTheTasks() {
        SignedEntry first = journal.next(SALE);
        SignedEntry second = journal.next(UuidV7.next());
        SignedEntry third = journal.next(UuidV7.next());
        cashier.post(journal.path(), sent(first, third, new SignedEntry("[]", "x")));
        String gap = device.id() + "/2";
        assertThat(tasks("JOURNAL_FINDING")).contains("What came is no entry of this device's journal.");
        assertThat(state().at("/completeTo").asInt()).isEqualTo(1);
        assertThat(tasks("JOURNAL_GAP")).as("not yet: it may be on its way").doesNotContain(gap);

        jdbc.sql(
                        "update journal_progress set waiting_since = waiting_since - interval '11 minutes' where device_id = ?")
                .param(device.id())
                .update();
        assertThat(tasks("JOURNAL_GAP")).contains(gap, "entry 2 has not arrived, entry 3 has");

        cashier.post(journal.path(), sent(second));
        assertThat(tasks("JOURNAL_GAP")).doesNotContain(gap);
        assertThat(state().at("/completeTo").asInt()).isEqualTo(3);
    }

    private String tasks(String kind) {
        return manager.get("/api/tasks?storeId=gera")
                .json()
                .at("/items")
                .valueStream()
                .filter(task -> task.at("/kind").asString().equals(kind))
                .map(JsonNode::toString)
                .collect(Collectors.joining());
    }

    @Test
    void nobodyChangesAJournalNotEvenTheService() {
        cashier.post(journal.path(), sent(journal.next(SALE), new SignedEntry("[]", "x")));
        for (String change : List.of(
                "update journal_entry set payload = '{}'",
                "delete from journal_entry",
                "truncate journal_entry",
                "update journal_finding set detail = ''",
                "delete from journal_finding")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void aJournalIsReadByWhoMayWithTheKeyThatProvesIt() {
        SignedEntry first = journal.next(SALE);
        cashier.post(journal.path(), sent(first));

        List<String> lines = export().lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .contains("tillstream-journal-export-1", device.id().toString(), "publicKey");
        assertThat(lines.getLast()).contains(first.signature());
        Api stranger = api.as(Token.manager("jena"));
        assertThat(stranger.get("/api/till-journals?storeId=gera").status()).isEqualTo(404);
        assertThat(stranger.get("/api/till-journals/" + device.id() + "/export").status())
                .isEqualTo(404);
        assertThat(stranger.post(journal.path(), sent(journal.next(SALE))).status())
                .isEqualTo(404);
        assertThat(cashier.get("/api/till-journals?storeId=gera").status()).isEqualTo(403);
    }

    private String export() {
        return manager.get("/api/till-journals/" + device.id() + "/export").text();
    }

    private JsonNode state() {
        for (JsonNode each :
                manager.get("/api/till-journals?storeId=gera").json().at("/items")) {
            if (each.at("/deviceId").asString().equals(device.id().toString())) {
                return each;
            }
        }
        throw new AssertionError("the journal is not listed");
    }

    private static List<String> results(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .at("/results")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
