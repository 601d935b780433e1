package io.tillstream.gateway.entry;

import io.tillstream.gateway.limit.ClientAddress;
import io.tillstream.gateway.limit.RateLimits;
import io.tillstream.gateway.problem.Refusal;
import io.tillstream.gateway.route.BodyLimit;
import io.tillstream.gateway.route.Destination;
import io.tillstream.gateway.route.RouteTable;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Shows of Keycloak only what signing in needs. Its admin console and API, the master realm, metrics, health and
 * client registration do not exist from outside.
 */
@Component
class SignInEntry {
    private static final String REALM = "/auth/realms/tillstream/";
    private static final List<String> SHOWN = List.of(
            REALM + "protocol/openid-connect/",
            REALM + ".well-known/openid-configuration",
            REALM + "login-actions/",
            REALM + "account",
            "/auth/resources/",
            "/auth/js/");

    private final Destination keycloak;
    private final RateLimits limits;
    private final ClientAddress addresses;

    SignInEntry(RouteTable routes, RateLimits limits, ClientAddress addresses) {
        this.keycloak = routes.keycloak();
        this.limits = limits;
        this.addresses = addresses;
    }

    Mono<Void> enter(ServerWebExchange exchange, WebFilterChain chain, String path) {
        if (SHOWN.stream().noneMatch(path::startsWith)) {
            throw Refusal.unknownPath();
        }
        String address = addresses.of(exchange.getRequest());
        limits.countSignIn(address);
        if (exchange.getRequest().getHeaders().getContentLength() > keycloak.maxBody()) {
            return BodyLimit.refuse(exchange, keycloak.maxBody());
        }
        keycloak.choose(exchange);
        return chain.filter(exchange);
    }
}
