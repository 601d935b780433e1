package io.tillstream.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tillstream.journal.CheckedEntry.Trouble;
import io.tillstream.journal.Flaw.Kind;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;

/** Looks at one entry by itself: its form, whose it is, its signature. Used by many threads at once. */
final class EntryCheck {

    private static final String FORMAT = "tillstream-journal-1";
    private static final JsonMapper JSON = new JsonMapper();

    private final JournalDevice device;
    private final DevicePublicKey key;

    /** @throws GeneralSecurityException when the device's key is none */
    EntryCheck(JournalDevice device) throws GeneralSecurityException {
        this.device = device;
        this.key = DevicePublicKey.of(device.publicKey());
    }

    CheckedEntry check(SignedEntry entry) {
        byte[] digest = Sha256.of(entry.payload());
        String hash = HexFormat.of().formatHex(digest);
        JsonNode says = read(entry.payload());
        long number = numberOf(says);
        if (number <= 0) {
            return new CheckedEntry(0, "", hash, false, Optional.empty(), List.of());
        }
        List<Trouble> troubles = new ArrayList<>();
        if (!isCanonical(entry.payload())) {
            troubles.add(new Trouble(Kind.NOT_CANONICAL, "is not in canonical form"));
        }
        mustSay(says, "format", FORMAT, troubles);
        mustSay(says, "device", device.device(), troubles);
        mustSay(says, "tillId", device.tillId(), troubles);
        mustSay(says, "epoch", String.valueOf(device.epoch()), troubles);
        boolean signed = key.signed(digest, entry.signature());
        return new CheckedEntry(number, says.path("previous").asText(), hash, signed, Succession.in(says), troubles);
    }

    /** What the text says; nothing where it is not JSON. */
    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** 0 where it says none. */
    static long numberOf(JsonNode says) {
        JsonNode number = says.path("number");
        return number.isIntegralNumber() ? number.asLong() : 0;
    }

    private static void mustSay(JsonNode says, String field, String expected, List<Trouble> troubles) {
        String said = says.path(field).asText();
        if (!said.equals(expected)) {
            troubles.add(new Trouble(Kind.OF_ANOTHER, "says %s %s, not %s".formatted(field, said, expected)));
        }
    }

    static boolean isCanonical(String payload) {
        try {
            return new JsonCanonicalizer(payload).getEncodedString().equals(payload);
        } catch (IOException e) {
            return false;
        }
    }
}
