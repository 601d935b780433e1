package io.tillstream.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tillstream.platform.security.Role;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Access tokens as Keycloak would issue them, signed with a key that only the tests know. */
public final class Token {
    public static final String ISSUER = "http://localhost:8080/auth/realms/tillstream";
    private static final KeyPair KEYS = newKeys();

    private final JWTClaimsSet.Builder claims;
    private KeyPair signer = KEYS;

    private Token(String name, List<Role> roles, List<String> stores) {
        this.claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("tillstream-api")
                .subject(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString())
                .claim("preferred_username", name)
                .claim("stores", stores)
                .claim(
                        "realm_access",
                        Map.of(
                                "roles",
                                roles.stream()
                                        .map(role -> role.name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'))
                                        .toList()))
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(30))));
    }

    public static Token of(Role role, String... stores) {
        return new Token(role.name().toLowerCase(Locale.ROOT), List.of(role), Arrays.asList(stores));
    }

    public static Token cashier(String... stores) {
        return of(Role.CASHIER, stores);
    }

    public static Token manager(String... stores) {
        return of(Role.STORE_MANAGER, stores);
    }

    public static Token buyer() {
        return of(Role.BUYER, "*");
    }

    public static Token accountant() {
        return of(Role.ACCOUNTANT, "*");
    }

    public static Token supplier(UUID supplierId) {
        Token token = new Token("supplier", List.of(Role.SUPPLIER), List.of());
        token.claims.claim("supplier_id", supplierId.toString());
        return token;
    }

    /** The service account of the command line: every role but supplier, every store. */
    public static Token everything() {
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> role != Role.SUPPLIER)
                .toList();
        return new Token("till-cli", roles, List.of("*"));
    }

    /** With the name that colleagues know. */
    public Token called(String fullName) {
        claims.claim("name", fullName);
        return this;
    }

    public Token expired() {
        claims.expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1))));
        return this;
    }

    public Token from(String issuer) {
        claims.issuer(issuer);
        return this;
    }

    public Token meantFor(String audience) {
        claims.audience(audience);
        return this;
    }

    public Token signedBySomebodyElse() {
        signer = newKeys();
        return this;
    }

    public String text() {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims.build());
            jwt.sign(new RSASSASigner(signer.getPrivate()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String publicKeyResource() {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        return "base64:" + Base64.getEncoder().encodeToString(pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
