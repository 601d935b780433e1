package io.tillstream.gateway.route;

import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes the route the front door has chosen, instead of asking the predicates of all routes in turn. */
@Component
class NounMapping extends RoutePredicateHandlerMapping {
    NounMapping(FilteringWebHandler handler, RouteTable routes, GlobalCorsProperties cors, Environment environment) {
        super(handler, routes, cors, environment);
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
        Destination chosen = Destination.chosenFor(exchange);
        return chosen == null ? Mono.empty() : Mono.just(chosen.route());
    }
}
