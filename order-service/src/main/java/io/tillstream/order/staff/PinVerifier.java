package io.tillstream.order.staff;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.time.Instant;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What a till compares a typed PIN with: PBKDF2 with HMAC-SHA-256 (RFC 8018), 32 bytes. It slows guessing down and no more: a PIN of
 * few digits has few possibilities.
 *
 * @param salt 16 random bytes, Base64 in JSON
 */
@SuppressWarnings("ArrayRecordComponent") // only ever written out, never compared
record PinVerifier(byte[] salt, byte[] verifier, int iterations, Instant setAt) {

    private static final int ITERATIONS = 300_000;
    private static final int SALT_BYTES = 16;
    private static final int VERIFIER_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    static PinVerifier of(Pin pin, Instant setAt) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        try {
            PBEKeySpec spec = new PBEKeySpec(pin.pin().toCharArray(), salt, ITERATIONS, VERIFIER_BITS);
            byte[] verifier = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return new PinVerifier(salt, verifier, ITERATIONS, setAt);
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException("every Java platform has PBKDF2 with HMAC-SHA-256", e);
        }
    }
}
