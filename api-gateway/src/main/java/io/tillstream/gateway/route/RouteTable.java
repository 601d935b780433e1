package io.tillstream.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.gateway.route.RouteSettings.Noun;
import io.tillstream.gateway.route.RouteSettings.Service;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;

/** Every noun and the service that owns it. A noun is found by one look-up, however many there are. */
@Component
public class RouteTable implements RouteLocator {
    private final Map<String, Destination> byNoun = new HashMap<>();
    private final Destination keycloak;

    RouteTable(RouteSettings settings, HttpClient http, MeterRegistry meters) {
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(breakerConfig(settings.breaker()));
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        Duration pause = settings.breaker().pause();
        settings.services().forEach((name, service) -> {
            ServiceHealth health = new ServiceHealth(name, breakers.circuitBreaker(name), pause, meters);
            service.nouns().forEach((noun, rules) -> add(noun, destination(noun, health, service, rules, http)));
        });
        Noun signIn = new Noun(Set.of(), Set.of(), DataSize.ofKilobytes(64), null);
        ServiceHealth health = new ServiceHealth("keycloak", breakers.circuitBreaker("keycloak"), pause, meters);
        keycloak = destination("keycloak", health, settings.keycloak(), signIn, http);
    }

    public @Nullable Destination ofNoun(String noun) {
        return byNoun.get(noun);
    }

    public Destination keycloak() {
        return keycloak;
    }

    @Override
    public Flux<Route> getRoutes() {
        return Flux.fromIterable(byNoun.values()).map(Destination::route);
    }

    private void add(String noun, Destination destination) {
        Destination other = byNoun.put(noun, destination);
        if (other != null) {
            throw new IllegalStateException("The noun " + noun + " belongs to both "
                    + other.service().name() + " and " + destination.service().name());
        }
    }

    private static Destination destination(
            String id, ServiceHealth health, Service service, Noun rules, HttpClient http) {
        URI url = service.url();
        boolean tls = "https".equals(url.getScheme());
        Duration timeout = rules.timeout() == null ? service.timeout() : rules.timeout();
        HttpClient client = http.host(url.getHost())
                .port(url.getPort() > 0 ? url.getPort() : tls ? 443 : 80)
                .responseTimeout(timeout)
                // a request that may have arrived is never sent twice; what is safe is retried in Relay
                .disableRetry(true);
        return new Destination(
                health,
                rules.read(),
                rules.write(),
                rules.maxBody().toBytes(),
                timeout,
                tls ? client.secure() : client,
                Route.async().id(id).uri(url).predicate(_ -> true).build());
    }

    private static CircuitBreakerConfig breakerConfig(RouteSettings.Breaker settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.calls())
                .minimumNumberOfCalls(settings.calls())
                .failureRateThreshold(settings.failurePercent())
                .waitDurationInOpenState(settings.pause())
                .permittedNumberOfCallsInHalfOpenState(settings.trials())
                .build();
    }
}
