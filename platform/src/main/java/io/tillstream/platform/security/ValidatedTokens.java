package io.tillstream.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Remembers validated tokens by hash until they expire: checking an RSA signature on every sale would cost more than
 * storing it. Revocation is as late as with any self-contained token: at its expiry, five minutes at most.
 */
final class ValidatedTokens implements AuthenticationManager {
    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<ByteBuffer, SignedIn> known;

    ValidatedTokens(JwtDecoder decoder, Clock clock, int size) {
        this.decoder = decoder;
        this.clock = clock;
        this.known = Caffeine.newBuilder().maximumSize(size).build();
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        String token = ((BearerTokenAuthenticationToken) presented).getToken();
        ByteBuffer hash = hash(token);
        SignedIn signedIn = known.getIfPresent(hash);
        if (signedIn == null || signedIn.expiredAt(clock.instant())) {
            signedIn = validate(token);
            known.put(hash, signedIn);
        }
        return signedIn;
    }

    private SignedIn validate(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            Instant expiresAt = jwt.getExpiresAt();
            if (expiresAt == null) {
                throw new InvalidBearerTokenException("The token never expires.");
            }
            return new SignedIn(KeycloakClaims.caller(jwt), expiresAt);
        } catch (BadJwtException bad) {
            throw new InvalidBearerTokenException(String.valueOf(bad.getMessage()), bad);
        } catch (JwtException unavailable) {
            throw new AuthenticationServiceException(String.valueOf(unavailable.getMessage()), unavailable);
        }
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
