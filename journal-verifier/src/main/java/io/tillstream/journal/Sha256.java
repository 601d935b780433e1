package io.tillstream.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The hash that entries and daily roots hold of each other. */
final class Sha256 {

    /** What stands for the hash of the one before the first. */
    static final String NOTHING = "0".repeat(64);

    private Sha256() {}

    /** Of the text's UTF-8 bytes. */
    static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    private static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
