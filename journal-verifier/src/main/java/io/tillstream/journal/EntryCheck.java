package io.tillstream.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;

/** Looks at one entry by itself: its form, whose it is, its signature. Used by many threads at once. */
final class EntryCheck {

    private static final String FORMAT = "tillstream-journal-1";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JournalDevice device;
    private final DevicePublicKey key;

    /** @throws GeneralSecurityException when the device's key is none */
    EntryCheck(JournalDevice device) throws GeneralSecurityException {
        this.device = device;
        this.key = DevicePublicKey.of(device.publicKey());
    }

    CheckedEntry check(SignedEntry entry) {
        byte[] bytes = entry.payload().getBytes(StandardCharsets.UTF_8);
        byte[] digest = sha256(bytes);
        String hash = HexFormat.of().formatHex(digest);
        JsonNode says;
        try {
            says = JSON.readTree(entry.payload());
        } catch (JsonProcessingException e) {
            return new CheckedEntry(0, "", hash, Optional.empty(), List.of("is not JSON"));
        }
        List<String> troubles = new ArrayList<>();
        if (!key.signed(digest, entry.signature())) {
            troubles.add("was not signed by the device: it was changed, or signed with another key");
        }
        if (!isCanonical(entry.payload())) {
            troubles.add("is not in canonical form");
        }
        mustSay(says, "format", FORMAT, troubles);
        mustSay(says, "device", device.device(), troubles);
        mustSay(says, "tillId", device.tillId(), troubles);
        mustSay(says, "epoch", String.valueOf(device.epoch()), troubles);
        return new CheckedEntry(
                says.path("number").asLong(), says.path("previous").asText(), hash, Succession.in(says), troubles);
    }

    private static void mustSay(JsonNode says, String field, String expected, List<String> troubles) {
        String said = says.path(field).asText();
        if (!said.equals(expected)) {
            troubles.add("says %s %s, not %s".formatted(field, said, expected));
        }
    }

    private static boolean isCanonical(String payload) {
        try {
            return new JsonCanonicalizer(payload).getEncodedString().equals(payload);
        } catch (IOException e) {
            return false;
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
