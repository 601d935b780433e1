package io.tillstream.platform.id;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Time-ordered UUIDs, version 7 of RFC 9562: 48 bits of Unix milliseconds, then 74 random bits. */
public final class UuidV7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private UuidV7() {}

    public static UUID next() {
        return of(System.currentTimeMillis(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    public static UUID at(Instant instant) {
        return of(instant.toEpochMilli(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    private static UUID of(long unixMillis, long randomA, long randomB) {
        long high = (unixMillis << 16) | 0x7000L | (randomA & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (randomB & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }
}
