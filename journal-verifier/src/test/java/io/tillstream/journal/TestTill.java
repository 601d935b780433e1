package io.tillstream.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A till that signs sales, for whoever wants to spoil them. */
final class TestTill {

    private final KeyPair keys = newKeys();
    private final String id = UUID.randomUUID().toString();
    private final int epoch;
    private final @Nullable FollowedEntry follows;
    private String last;
    private long number;

    TestTill() {
        this(1, null);
    }

    private TestTill(int epoch, @Nullable FollowedEntry follows) {
        this.epoch = epoch;
        this.follows = follows;
        this.last = follows == null ? "0".repeat(64) : follows.hash();
    }

    /** The next device of the till, enrolled when this one's journal was known as far as it is written now. */
    TestTill replaced() {
        return new TestTill(epoch + 1, new FollowedEntry(id, number, last));
    }

    JournalDevice device() {
        return new JournalDevice(
                id,
                "berlin-1",
                epoch,
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                follows);
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
        last = HexFormat.of().formatHex(EntryCheck.sha256(entry.payload().getBytes(StandardCharsets.UTF_8)));
        return entry;
    }

    String payload(long number, String previous, String total) {
        return """
                {"at":"2026-11-22T10:15:00.000Z","body":{"currency":"EUR","lines":[{"amount":"%s","lineNo":1,"name":"Käse","quantity":"2",\
                "sku":"ESP-250","taxRate":"7.00","unitPrice":"4.99"}],"receiptNumber":%d,"total":"%s"},"device":"%s","epoch":%d,\
                %s"format":"tillstream-journal-1","kind":"SALE","number":%d,"previous":"%s",\
                "subject":"01890000-0000-7000-8000-00000000000a","tillId":"berlin-1"}""".formatted(total, number, total, id, epoch, followed(number), number, previous);
    }

    private String followed(long number) {
        return follows == null || number > 1
                ? ""
                : "\"follows\":{\"device\":\"%s\",\"number\":%d},".formatted(follows.device(), follows.number());
    }

    SignedEntry sign(String payload) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(payload.getBytes(StandardCharsets.UTF_8));
            return new SignedEntry(payload, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
