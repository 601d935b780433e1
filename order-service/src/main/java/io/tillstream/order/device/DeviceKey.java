package io.tillstream.order.device;

import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The public half of a device's key pair: ECDSA on P-256 with SHA-256, signatures as WebCrypto writes them (IEEE P1363, 64 bytes). */
record DeviceKey(PublicKey key) {

    private static final ECParameterSpec P256 = p256();

    /** @throws KeyNotProven when this is no key of the one kind that is taken */
    static DeviceKey of(String base64) {
        try {
            PublicKey key = KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
            if (key instanceof ECPublicKey ec && isP256(ec.getParams())) {
                return new DeviceKey(key);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // said below, in words for whoever sends it
        }
        throw new KeyNotProven("/publicKey", "This is not the public half of a P-256 key as X.509 in Base64.");
    }

    private static boolean isP256(ECParameterSpec asked) {
        return asked.getCurve().equals(P256.getCurve())
                && asked.getGenerator().equals(P256.getGenerator())
                && asked.getOrder().equals(P256.getOrder());
    }

    private static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    byte[] encoded() {
        return key.getEncoded();
    }

    /** Whether the private half wrote this under the text. */
    boolean signed(String text, String signature) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
