package io.tillstream.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param services every service behind the gateway, by name
 * @param keycloak where sign-in is served
 * @param breaker when a failing service is left alone
 * @param sampledTraces share of the traces begun here that are recorded, 0 to 1
 */
@ConfigurationProperties("tillstream.gateway.routes")
record RouteSettings(Map<String, Service> services, Service keycloak, Breaker breaker, double sampledTraces) {

    /**
     * @param url scheme, host and port
     * @param timeout how long the service may stay silent
     * @param nouns what it owns under {@code /api}
     */
    record Service(URI url, Duration timeout, @DefaultValue Map<String, Noun> nouns) {}

    /**
     * @param read roles that may GET
     * @param write roles that may do anything else
     * @param maxBody largest request body
     * @param timeout if it differs from the service's
     */
    record Noun(
            @DefaultValue Set<String> read,
            @DefaultValue Set<String> write,
            @DefaultValue("2MB") DataSize maxBody,
            @Nullable Duration timeout) {}

    /**
     * @param calls how many of the last calls are judged
     * @param failurePercent above this share of failures the breaker opens
     * @param pause how long an open breaker refuses before it tries again
     * @param trials how many calls decide whether it closes
     */
    record Breaker(int calls, int failurePercent, Duration pause, int trials) {}
}
