package io.tillstream.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal of nine sales; then one thing is spoiled, and the verifier names it. */
class JournalChainTest {

    private final TestTill till = new TestTill();
    private final List<SignedEntry> journal = till.sell(9);

    @Test
    void aJournalAsItsDeviceLeftItIsWhole() throws Exception {
        assertThat(troubles()).isEmpty();
    }

    @Test
    void aFieldThatSomebodyChangedIsNamed() throws Exception {
        journal.set(3, changed(journal.get(3), "\"total\":\"9.98\"", "\"total\":\"0.98\""));
        assertThat(troubles())
                .containsExactly(
                        "entry 4 was changed: the device has not signed it as it stands, and entry 5 follows another text");
    }

    @Test
    void anEntrySignedWithAnotherKeyIsNamed() throws Exception {
        journal.set(8, new TestTill().sign(journal.get(8).payload()));
        assertThat(troubles())
                .containsExactly("entry 9 was not signed by the device: it was changed, or signed with another key");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65})
    void whatIsNoSignatureAtAllIsNamed(int bytes) throws Exception {
        SignedEntry last = journal.get(8);
        for (byte filling : new byte[] {0, -1}) {
            byte[] none = new byte[bytes];
            Arrays.fill(none, filling);
            journal.set(8, new SignedEntry(last.payload(), Base64.getEncoder().encodeToString(none)));
            assertThat(troubles())
                    .containsExactly(
                            "entry 9 was not signed by the device: it was changed, or signed with another key");
        }
        journal.set(8, new SignedEntry(last.payload(), "no Base64"));
        assertThat(troubles()).hasSize(1);
    }

    @Test
    void aKeyThatIsNotOfTheKindIsRefused() throws Exception {
        KeyPairGenerator others = KeyPairGenerator.getInstance("EC");
        others.initialize(new ECGenParameterSpec("secp384r1"));
        String key = Base64.getEncoder()
                .encodeToString(others.generateKeyPair().getPublic().getEncoded());
        for (String none : List.of(key, "AAAA", "no Base64")) {
            JournalDevice device = new JournalDevice("d", "berlin-1", 1, none, null);
            assertThatThrownBy(() -> new JournalChain(device, List.of(), List.of(), flaw -> {}))
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void anEntryThatTheDeviceItselfSignedAnewIsNamed() throws Exception {
        String payload = journal.get(3).payload().replace("9.98", "0.98");
        journal.set(3, till.sign(payload));
        assertThat(troubles())
                .containsExactly(
                        "entry 4 is signed, but entry 5 follows another text: one of both was replaced by somebody who has the key");
    }

    @Test
    void entriesThatAreMissingAreNamed() throws Exception {
        journal.remove(3);
        journal.remove(3);
        assertThat(troubles()).containsExactly("entries 4 to 5 are missing");
        journal.remove(0);
        assertThat(troubles()).containsExactly("entry 1 is missing", "entries 4 to 5 are missing");
    }

    @Test
    void anEntryThatWasPutInIsNamed() throws Exception {
        journal.add(4, till.sign(till.payload(4, "ab".repeat(32), "1.00")));
        assertThat(troubles()).containsExactly("a second entry 4 stands behind entry 4: it was put in");
    }

    @Test
    void entriesThatWereSwappedAreNamed() throws Exception {
        Collections.swap(journal, 3, 4);
        assertThat(troubles()).containsExactly("entry 4 stands behind entry 5: it was swapped or moved");
    }

    @Test
    void anEntryOfAnotherDeviceOrInAnotherFormIsNamed() throws Exception {
        journal.set(
                0, till.sign(journal.get(0).payload().replace("\"tillId\":\"berlin-1\"", "\"tillId\":\"berlin-2\"")));
        journal.set(8, till.sign(journal.get(8).payload().replace("{\"at\"", "{ \"at\"")));
        assertThat(troubles())
                .contains("entry 1 says tillId berlin-2, not berlin-1", "entry 9 is not in canonical form");
    }

    @Test
    void aNewDeviceGoesOnFromTheLastEntryThatWasKnownOfTheOldOne(@TempDir Path folder) throws Exception {
        TestTill next = till.replaced();
        List<SignedEntry> more = next.sell(3);
        journal.addAll(till.sell(2));
        Path older = exported(folder.resolve("1.ndjson"), till, journal);
        Path newer = exported(folder.resolve("2.ndjson"), next, more);

        assertThat(said(older, newer))
                .contains("11 entries", "3 entries", "2 of them came when the next device had taken its place");
        assertThat(said(newer)).as("alone").contains("all whole");

        exported(newer, next, next.sell(1));
        assertThat(said(older, newer)).as("its first entry removed").contains("entries 1 to 3 are missing");
    }

    @Test
    void whatWasRemovedOrReplacedBeforeANewDeviceIsNamed(@TempDir Path folder) throws Exception {
        TestTill next = till.replaced();
        Path newer = exported(folder.resolve("2.ndjson"), next, next.sell(1));
        Path older = exported(folder.resolve("1.ndjson"), till, journal.subList(0, 7));
        assertThat(said(older, newer)).contains("entries 8 to 9 are missing: device no. 2 followed entry 9");

        journal.set(8, till.sign(journal.get(8).payload().replace("9.98", "0.98")));
        exported(older, till, journal);
        assertThat(said(older, newer)).contains("entry 9 is not the one that device no. 2 followed");

        exported(newer, next, List.of(next.sign(next.payload(1, "0".repeat(64), "9.98"))));
        assertThat(said(newer)).contains("entry 1 does not follow entry 9 of the device before");
    }

    /** RFC 8785, 3.2.2 and 3.2.3: the published example, so that both sides mean the same form. */
    @Test
    void theFormIsThatOfTheStandard() throws IOException {
        String given = """
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}""";
        assertThat(new JsonCanonicalizer(given).getEncodedString()).isEqualTo("""
                        {"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
                        "string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}""");
    }

    @Test
    void anExportedFileIsVerifiedAlone(@TempDir Path folder) throws Exception {
        Path whole = exported(folder.resolve("whole.ndjson"), till, journal);
        journal.set(2, changed(journal.get(2), "Käse", "Kase"));
        Path spoiled = exported(folder.resolve("spoiled.ndjson"), till, journal);
        Path noJournal = Files.writeString(folder.resolve("none.txt"), "something else\n");

        assertThat(said(whole)).contains("9 entries", "all whole");
        assertThat(said(spoiled)).contains("till berlin-1, device no. 1: entry 3 was changed", "1 not as");
        assertThat(said(noJournal)).contains("none.txt is not a journal");
    }

    private static String said(Path... files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean whole = new VerifyJournal(new PrintStream(out, true, StandardCharsets.UTF_8), Set.of())
                .areWhole(List.of(files));
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(said.contains("not ")).isEqualTo(!whole);
        return said;
    }

    private static Path exported(Path file, TestTill till, List<SignedEntry> entries) throws IOException {
        JsonMapper json = new JsonMapper();
        List<String> lines = new ArrayList<>();
        ObjectNode head = json.valueToTree(till.device());
        lines.add(json.writeValueAsString(head.put("format", "tillstream-journal-export-1")));
        for (SignedEntry entry : entries) {
            lines.add(json.writeValueAsString(entry));
        }
        return Files.write(file, lines);
    }

    private List<String> troubles() throws GeneralSecurityException {
        List<String> troubles = new ArrayList<>();
        JournalChain chain = new JournalChain(till.device(), List.of(), List.of(), flaw -> troubles.add(flaw.words()));
        journal.forEach(chain::add);
        assertThat(chain.end()).isEqualTo(journal.size());
        return troubles.stream()
                .map(each -> each.substring(each.indexOf(": ") + 2))
                .toList();
    }

    private static SignedEntry changed(SignedEntry entry, String from, String to) {
        assertThat(entry.payload()).contains(from);
        return new SignedEntry(entry.payload().replace(from, to), entry.signature());
    }
}
