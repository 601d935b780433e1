package io.tillstream.gateway.entry;

import io.tillstream.gateway.problem.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * The only filter of the gateway: every request comes through here and is refused unless one of the entries lets it in.
 * It stands in place of a security filter chain, whose generality costs more than the whole hop (README, figures).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FrontDoor implements WebFilter {
    private final ApiEntry api;
    private final SignInEntry signIn;
    private final PageEntry pages;

    FrontDoor(ApiEntry api, SignInEntry signIn, PageEntry pages) {
        this.api = api;
        this.signIn = signIn;
        this.pages = pages;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        if (!SafePath.isSafe(request.uri())) {
            throw Refusal.malformed("The path holds empty, dot or encoded segments. Send it in its plain form.");
        }
        String path = exchange.getRequest().getURI().getRawPath();
        if (path.startsWith("/api/")) {
            return api.enter(exchange, chain, path);
        }
        return path.startsWith("/auth/") ? signIn.enter(exchange, chain, path) : pages.enter(exchange, chain, path);
    }
}
