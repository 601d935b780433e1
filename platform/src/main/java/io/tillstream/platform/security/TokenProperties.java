package io.tillstream.platform.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Which tokens count.
 *
 * @param issuer what {@code iss} must be
 * @param jwksUrl where the issuer publishes its keys
 * @param audience what {@code aud} must contain
 * @param publicKey one fixed key instead of {@code jwksUrl}, for tests
 * @param cacheSize how many validated tokens are remembered until they expire
 */
@ConfigurationProperties("tillstream.token")
public record TokenProperties(
        String issuer,
        @Nullable URI jwksUrl,
        @DefaultValue("tillstream-api") String audience,
        @Nullable Resource publicKey,
        @DefaultValue("10000") int cacheSize) {}
