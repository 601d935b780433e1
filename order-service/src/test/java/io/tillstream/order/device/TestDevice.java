package io.tillstream.order.device;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device with a key pair of its own, as a browser makes one. */
public record TestDevice(UUID id, KeyPair keys) {

    public static TestDevice made() {
        return on("secp256r1");
    }

    static TestDevice on(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return new TestDevice(UuidV7.next(), generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String path() {
        return "/api/devices/" + id;
    }

    public Api.Answer enrolAs(String tillId, Api by) {
        return by.put(path(), asking(null, tillId, challenge(by)));
    }

    Api.Answer enrolWith(String code, Api by) {
        return by.put(path(), asking(code, null, challenge(by)));
    }

    static String challenge(Api by) {
        return by.post("/api/devices/challenges", "").at("/challenge");
    }

    Object asking(@Nullable String code, @Nullable String tillId, String challenge) {
        return new Enrolment(code, tillId, publicKey(), challenge, sign(proof(challenge)));
    }

    private String proof(String challenge) {
        return "tillstream-device-enrolment\n" + id + "\n" + challenge;
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** Base64 of the 64 bytes that WebCrypto writes. */
    public String sign(String text) {
        return signed(keys.getPrivate(), text);
    }

    private static String signed(PrivateKey key, String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
