package io.tillstream.gateway.route;

import io.tillstream.gateway.token.Caller;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.client.HttpClient;

/**
 * Where requests for one noun go, who may send them and how large they may be.
 *
 * @param readers roles that may GET
 * @param writers roles that may do anything else
 * @param maxBody bytes
 * @param timeout how long the service may stay silent
 * @param client the connection pool with this time-out
 */
public record Destination(
        ServiceHealth service,
        Set<String> readers,
        Set<String> writers,
        long maxBody,
        Duration timeout,
        HttpClient client,
        Route route) {
    private static final String ATTRIBUTE = Destination.class.getName();

    public boolean admits(Caller caller, HttpMethod method) {
        return caller.hasAny(isSafe(method) ? readers : writers);
    }

    /** The roles that would be let through, in words. */
    public String rolesFor(HttpMethod method) {
        return String.join(", ", new TreeSet<>(isSafe(method) ? readers : writers));
    }

    public void choose(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    static @Nullable Destination chosenFor(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    /** Whether this is Keycloak: no token is asked for, and the client's address is told. */
    boolean isSignIn() {
        return readers.isEmpty();
    }

    static boolean isSafe(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }
}
