package io.tillstream.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Tokens as the realm issues them, signed with a key of the test's own. */
final class Tokens {
    static final String ISSUER = "https://shop.example/auth/realms/tillstream";

    private static final RSAKey KEY = key("tests");
    private static final RSAKey FOREIGN = key("tests");

    private Tokens() {}

    static String of(String... roles) {
        return changed(claims -> claims, roles);
    }

    static String changed(UnaryOperator<JWTClaimsSet.Builder> change, String... roles) {
        return signed(KEY, JWSAlgorithm.RS256, change, roles);
    }

    static String signedByStranger() {
        return signed(FOREIGN, JWSAlgorithm.RS256, claims -> claims, "cashier");
    }

    static String signedWith(JWSAlgorithm algorithm) {
        return signed(KEY, algorithm, claims -> claims, "cashier");
    }

    static JWTClaimsSet.Builder claims(String... roles) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(List.of("tillstream-api", "account"))
                .subject("8f0c2a52-0000-7000-8000-000000000001")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("azp", "pos-console")
                .claim("realm_access", Map.of("roles", List.of(roles)));
    }

    static String publicKeys() {
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    private static String signed(
            RSAKey key, JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> change, String... roles) {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(),
                change.apply(claims(roles)).build());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException unsigned) {
            throw new IllegalStateException(unsigned);
        }
        return jwt.serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException ungenerated) {
            throw new IllegalStateException(ungenerated);
        }
    }
}
