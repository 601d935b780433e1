package io.tillstream.gateway.route;

import java.util.List;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RouteWiring {
    /** One filter on every route: the stock ones together cost more than the hop itself (README, figures). */
    @Bean
    FilteringWebHandler filteringWebHandler(Relay relay) {
        return new FilteringWebHandler(List.of(relay), true);
    }
}
