package io.tillstream.platform.web;

import io.tillstream.platform.json.DecimalStrings;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.databind.json.JsonMapper;

/** SHA-256 over the canonical JSON of a request, stored with what it made, so that a resend can be told from a change. */
public final class Fingerprint {
    private static final JsonMapper CANONICAL =
            JsonMapper.builder().addModule(new DecimalStrings()).build();

    private Fingerprint() {}

    /** 32 bytes; records serialise in declaration order, so equal requests give equal bytes. */
    public static byte[] of(Object request) {
        return sha256(CANONICAL.writeValueAsBytes(request));
    }

    /** @throws AlreadyStoredDifferently when the stored fingerprint is another one */
    public static void mustMatch(byte[] stored, Object request) {
        if (!MessageDigest.isEqual(stored, of(request))) {
            throw new AlreadyStoredDifferently();
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
