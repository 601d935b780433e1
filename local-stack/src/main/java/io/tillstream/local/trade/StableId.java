package io.tillstream.local.trade;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * UUIDv7 (RFC 9562, 5.7) whose random bits are a hash of what it names, so that whoever trades the same thing again
 * names it the same and the suite recognises it.
 */
public final class StableId {

    private StableId() {}

    public static UUID of(Instant at, String... name) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(String.join("/", name)));
        long high = (at.toEpochMilli() << 16) | 0x7000L | (hash.getLong() & 0x0FFFL);
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
