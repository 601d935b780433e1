package io.tillstream.journal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * The public half of a device's key: ECDSA on P-256. Checked with Bouncy Castle, which is about three times as fast at it as the
 * JDK, and in a journal nearly all the time is spent here.
 */
record DevicePublicKey(ECPublicKeyParameters key) {

    private static final int HALF = 32;

    /** @throws GeneralSecurityException when it is no such key */
    static DevicePublicKey of(String base64) throws GeneralSecurityException {
        try {
            if (PublicKeyFactory.createKey(Base64.getDecoder().decode(base64)) instanceof ECPublicKeyParameters key
                    && key.getParameters() instanceof ECNamedDomainParameters curve
                    && curve.getName().equals(SECObjectIdentifiers.secp256r1)) {
                return new DevicePublicKey(key);
            }
        } catch (IOException | RuntimeException e) {
            throw new GeneralSecurityException("the device's public key cannot be read", e);
        }
        throw new GeneralSecurityException("the device's public key is not on P-256");
    }

    /** @param signature Base64 of r and s, 32 bytes each (IEEE P1363) */
    boolean signed(byte[] sha256, String signature) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (bytes.length != 2 * HALF) {
            return false;
        }
        ECDSASigner check = new ECDSASigner();
        check.init(false, key);
        return check.verifySignature(
                sha256,
                new BigInteger(1, Arrays.copyOfRange(bytes, 0, HALF)),
                new BigInteger(1, Arrays.copyOfRange(bytes, HALF, 2 * HALF)));
    }
}
