package io.tillstream.gateway.entry;

import io.tillstream.gateway.limit.ClientAddress;
import io.tillstream.gateway.limit.RateLimits;
import io.tillstream.gateway.problem.Refusal;
import io.tillstream.gateway.route.BodyLimit;
import io.tillstream.gateway.route.Destination;
import io.tillstream.gateway.route.RouteTable;
import io.tillstream.gateway.token.Caller;
import io.tillstream.gateway.token.TokenCheck;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets a request for {@code /api/<noun>} in: known noun, valid token, a role that may, within the limits. */
@Component
class ApiEntry {
    private static final int NOUN_AT = "/api/".length();
    private static final String BEARER = "Bearer ";
    private static final String OPENAPI = "openapi";
    private static final String DASHBOARD = "dashboard";
    /** Whoever may read this noun may read the dashboard. */
    private static final String READ_LIKE_DASHBOARD = "takings";

    private final RouteTable routes;
    private final TokenCheck tokens;
    private final RateLimits limits;
    private final ClientAddress addresses;

    ApiEntry(RouteTable routes, TokenCheck tokens, RateLimits limits, ClientAddress addresses) {
        this.routes = routes;
        this.tokens = tokens;
        this.limits = limits;
        this.addresses = addresses;
    }

    Mono<Void> enter(ServerWebExchange exchange, WebFilterChain chain, String path) {
        ServerHttpRequest request = exchange.getRequest();
        String noun = nounIn(path);
        if (noun.equals(OPENAPI)) {
            limits.countAddress(addresses.of(request));
            return chain.filter(exchange);
        }
        boolean own = noun.equals(DASHBOARD);
        Destination destination = routes.ofNoun(own ? READ_LIKE_DASHBOARD : noun);
        if (destination == null) {
            throw Refusal.unknownPath();
        }
        String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            limits.countAddress(addresses.of(request));
            throw Refusal.notSignedIn("This path needs a signed-in user. Send the access token from"
                    + " /auth/realms/tillstream as Authorization: Bearer <token>.");
        }
        String token = authorization.substring(BEARER.length());
        Caller caller = tokens.known(token);
        if (caller != null) {
            return admit(exchange, chain, caller, destination, own);
        }
        limits.countAddress(addresses.of(request));
        return tokens.check(token).flatMap(checked -> admit(exchange, chain, checked, destination, own));
    }

    private Mono<Void> admit(
            ServerWebExchange exchange, WebFilterChain chain, Caller caller, Destination destination, boolean own) {
        if (!caller.unlimited()) {
            limits.countSubject(caller.subject());
        }
        HttpMethod method = exchange.getRequest().getMethod();
        if (!destination.admits(caller, method)) {
            throw Refusal.roleRequired(method + " here needs one of the roles " + destination.rolesFor(method)
                    + ". Ask whoever manages your users for it.");
        }
        if (exchange.getRequest().getHeaders().getContentLength() > destination.maxBody()) {
            return BodyLimit.refuse(exchange, destination.maxBody());
        }
        if (!own) {
            destination.choose(exchange);
        }
        return chain.filter(exchange);
    }

    private static String nounIn(String path) {
        int end = path.indexOf('/', NOUN_AT);
        return end < 0 ? path.substring(NOUN_AT) : path.substring(NOUN_AT, end);
    }
}
