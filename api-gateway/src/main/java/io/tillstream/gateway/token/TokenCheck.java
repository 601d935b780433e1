package io.tillstream.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import io.tillstream.gateway.problem.Refusal;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Checks an access token's signature, algorithm, issuer, audience and lifetime, and remembers the answer until the
 * token ends. A token that is withdrawn earlier lives on until then: that is why the realm issues short ones.
 */
@Component
public class TokenCheck {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final int KEYS_TIMEOUT_MS = 2_000;
    private static final int KEYS_MAX_BYTES = 512 * 1024;
    private static final Duration KEYS_ASKED_AT_MOST_EVERY = Duration.ofSeconds(5);
    private static final Duration KEYS_OUTLIVE_AN_OUTAGE = Duration.ofHours(12);

    private final TokenSettings settings;
    private final Clock clock;
    private final DefaultJWTProcessor<SecurityContext> processor;
    private final Cache<TokenHash, Caller> remembered;

    TokenCheck(TokenSettings settings, Clock clock) throws MalformedURLException {
        this.settings = settings;
        this.clock = clock;
        this.processor = processor(settings);
        this.remembered = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfter(Expiry.creating(
                        (TokenHash hash, Caller caller) -> Duration.between(clock.instant(), caller.validUntil())))
                .build();
    }

    /** The caller, if this very token was checked before and has not ended. */
    public @Nullable Caller known(String token) {
        Caller caller = remembered.getIfPresent(TokenHash.of(token));
        return caller == null || clock.instant().isAfter(caller.validUntil()) ? null : caller;
    }

    /** Checks the token off the event loop, because the keys may have to be fetched; ends in a {@link Refusal} if it is no good. */
    public Mono<Caller> check(String token) {
        return Mono.fromCallable(() -> verified(token)).subscribeOn(Schedulers.boundedElastic());
    }

    private Caller verified(String token) {
        try {
            Caller caller = callerOf(processor.process(token, null));
            remembered.put(TokenHash.of(token), caller);
            return caller;
        } catch (ExpiredJWTException _) {
            throw Refusal.invalidToken(
                    "The access token has expired. Get a new one with the refresh token, or sign in again.");
        } catch (KeySourceException _) {
            throw Refusal.unavailable(
                    "keycloak",
                    "The keys that tokens are checked with cannot be fetched. Sign-in comes back by itself when keycloak does.",
                    KEYS_ASKED_AT_MOST_EVERY);
        } catch (BadJOSEException | com.nimbusds.jose.JOSEException | ParseException _) {
            throw Refusal.invalidToken("The access token is not one that " + settings.issuer() + " issued for "
                    + settings.audience() + ". Sign in there and send the new token as Authorization: Bearer <token>.");
        }
    }

    private Caller callerOf(JWTClaimsSet claims) throws ParseException {
        Instant validUntil = claims.getExpirationTime().toInstant().plus(settings.clockSkew());
        boolean unlimited = claims.getClaim("azp") instanceof String client
                && settings.unlimitedClients().contains(client);
        return new Caller(claims.getSubject(), rolesIn(claims), unlimited, validUntil);
    }

    private static Set<String> rolesIn(JWTClaimsSet claims) throws ParseException {
        Map<String, Object> realmAccess = claims.getJSONObjectClaim("realm_access");
        Set<String> roles = new HashSet<>();
        if (realmAccess != null && realmAccess.get("roles") instanceof List<?> names) {
            names.forEach(name -> roles.add(String.valueOf(name)));
        }
        return Set.copyOf(roles);
    }

    private static DefaultJWTProcessor<SecurityContext> processor(TokenSettings settings) throws MalformedURLException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        settings.jwksUrl().toURL(),
                        new DefaultResourceRetriever(KEYS_TIMEOUT_MS, KEYS_TIMEOUT_MS, KEYS_MAX_BYTES))
                .rateLimited(KEYS_ASKED_AT_MOST_EVERY.toMillis())
                .retrying(true)
                .outageTolerant(KEYS_OUTLIVE_AN_OUTAGE.toMillis())
                .build();
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                Set.of(settings.audience()),
                new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                Set.of("sub", "exp"),
                Set.of());
        claims.setMaxClockSkew((int) settings.clockSkew().toSeconds());
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(claims);
        return processor;
    }
}
