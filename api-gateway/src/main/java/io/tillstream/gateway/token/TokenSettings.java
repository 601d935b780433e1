package io.tillstream.gateway.token;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param issuer what {@code iss} must be
 * @param jwksUrl where the realm's keys are, reached directly
 * @param audience what {@code aud} must contain
 * @param clockSkew how far the clocks of issuer and gateway may differ
 * @param remembered how many checked tokens are remembered at most
 * @param unlimitedClients clients ({@code azp}) whose requests are not rate limited
 */
@ConfigurationProperties("tillstream.gateway.tokens")
record TokenSettings(
        String issuer,
        URI jwksUrl,
        String audience,
        Duration clockSkew,
        int remembered,
        Set<String> unlimitedClients) {}
