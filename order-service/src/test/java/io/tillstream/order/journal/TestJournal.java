package io.tillstream.order.journal;

import io.tillstream.order.device.TestDevice;
import io.tillstream.platform.id.UuidV7;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A journal as a till writes it. Its payloads are canonical because their members stand in order. */
public final class TestJournal {

    private final TestDevice device;
    private final String tillId;
    private final int epoch;
    private final List<SignedEntry> entries = new ArrayList<>();
    private byte[] last;

    public TestJournal(TestDevice device, String tillId, int epoch) {
        this(device, tillId, epoch, JournalStore.NOTHING);
    }

    /** A journal whose first entry follows another one. */
    TestJournal(TestDevice device, String tillId, int epoch, byte[] follows) {
        this.last = follows;
        this.device = device;
        this.tillId = tillId;
        this.epoch = epoch;
    }

    SignedEntry next(UUID subject) {
        SignedEntry entry =
                signed(payload(entries.size() + 1L, subject, HexFormat.of().formatHex(last)));
        entries.add(entry);
        last = JournalStore.sha256(entry.payload());
        return entry;
    }

    /** The next so many entries, as they are handed in. */
    public Map<String, List<SignedEntry>> nextSent(int many) {
        List<SignedEntry> made = new ArrayList<>();
        for (int each = 0; each < many; each++) {
            made.add(next(UuidV7.next()));
        }
        return Map.of("entries", made);
    }

    /** The hash of the last entry, 64 hex digits. */
    public String head() {
        return HexFormat.of().formatHex(last);
    }

    SignedEntry signed(String payload) {
        return new SignedEntry(payload, device.sign(payload));
    }

    String payload(long number, UUID subject, String previous) {
        return """
                {"at":"2026-11-22T10:15:00.000Z","body":{"total":"9.98"},"device":"%s","epoch":%d,\
                "format":"tillstream-journal-1","kind":"SALE","number":%d,"previous":"%s","subject":"%s","tillId":"%s"}""".formatted(device.id(), epoch, number, previous, subject, tillId);
    }

    public String path() {
        return "/api/till-journals/" + device.id() + "/entries";
    }

    static Map<String, List<SignedEntry>> sent(SignedEntry... entries) {
        return Map.of("entries", List.of(entries));
    }
}
