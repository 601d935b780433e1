package io.tillstream.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of a token: what is kept in memory cannot be replayed by whoever reads a heap dump. */
record TokenHash(long a, long b, long c, long d) {
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(TokenHash::sha256);

    static TokenHash of(String token) {
        byte[] hash = SHA_256.get().digest(token.getBytes(StandardCharsets.ISO_8859_1));
        return new TokenHash(at(hash, 0), at(hash, 8), at(hash, 16), at(hash, 24));
    }

    private static long at(byte[] bytes, int from) {
        long value = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            value = (value << 8) | (bytes[i] & 0xff);
        }
        return value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
