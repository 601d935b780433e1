package io.tillstream.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A till that signs sales, for whoever wants to spoil them. The same name is the same till. */
final class TestTill {

    private final String name;
    private final String tillId;
    private final TestKey key;
    private final int epoch;
    private final @Nullable FollowedEntry follows;
    private String last;
    private long number;

    TestTill() {
        this(UUID.randomUUID().toString(), "berlin-1");
    }

    TestTill(String name, String tillId) {
        this(name, tillId, new TestKey(name), 1, null);
    }

    private TestTill(String name, String tillId, TestKey key, int epoch, @Nullable FollowedEntry follows) {
        this.name = name;
        this.tillId = tillId;
        this.key = key;
        this.epoch = epoch;
        this.follows = follows;
        this.last = follows == null ? Sha256.NOTHING : follows.hash();
    }

    /** The next device of the till, enrolled when this one's journal was known as far as it is written now. */
    TestTill replaced() {
        String next = name + " replaced";
        return new TestTill(next, tillId, new TestKey(next), epoch + 1, new FollowedEntry(id(), number, last));
    }

    /** The same device at its first entry, as somebody pretends who has another key. */
    TestTill forged() {
        return new TestTill(name, tillId, new TestKey(name + " forged"), epoch, follows);
    }

    String id() {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    JournalDevice device() {
        return new JournalDevice(id(), tillId, epoch, key.publicKey(), follows);
    }

    /** What a daily root that is made now says of it. */
    RootedHead head(String day) {
        String itsKey = Sha256.hex(java.util.Base64.getDecoder().decode(key.publicKey()));
        return new RootedHead(id(), number, last, itsKey, day);
    }

    /** A journal of so many sales. */
    List<SignedEntry> sell(int sales) {
        List<SignedEntry> entries = new ArrayList<>();
        for (int sale = 0; sale < sales; sale++) {
            entries.add(next("9.98"));
        }
        return entries;
    }

    SignedEntry next(String total) {
        SignedEntry entry = sign(payload(++number, last, total));
        last = Sha256.hex(entry.payload());
        return entry;
    }

    String payload(long number, String previous, String total) {
        return """
                {"at":"2026-11-22T10:15:00.000Z","body":{"currency":"EUR","lines":[{"amount":"%s","lineNo":1,"name":"Käse","quantity":"2",\
                "sku":"ESP-250","taxRate":"7.00","unitPrice":"4.99"}],"receiptNumber":%d,"total":"%s"},"device":"%s","epoch":%d,\
                %s"format":"tillstream-journal-1","kind":"SALE","number":%d,"previous":"%s",\
                "subject":"01890000-0000-7000-8000-00000000000a","tillId":"%s"}""".formatted(total, number, total, id(), epoch, followed(number), number, previous, tillId);
    }

    private String followed(long number) {
        return follows == null || number > 1
                ? ""
                : "\"follows\":{\"device\":\"%s\",\"number\":%d},".formatted(follows.device(), follows.number());
    }

    SignedEntry sign(String payload) {
        return key.sign(payload);
    }
}
