package io.tillstream.customer.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256 in Galois/Counter Mode (NIST SP 800-38D): a random 96-bit nonce, then cipher text and 128-bit tag. The customer's
 * id is authenticated with it, so that a sealed row copied to another customer does not open.
 */
final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    static byte[] close(SecretKey key, UUID customerId, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, customerId).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to seal", e);
        }
    }

    /** @throws IllegalStateException when the key is another one or a bit was changed */
    static byte[] open(SecretKey key, UUID customerId, byte[] sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, customerId).doFinal(rest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Sealed data of customer " + customerId
                            + " does not open: CUSTOMER_SECRET is not the one it was sealed with, or the row was altered",
                    e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID customerId)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(customerId.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
