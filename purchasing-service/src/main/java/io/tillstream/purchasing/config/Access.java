package io.tillstream.purchasing.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PUT;

import io.tillstream.platform.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Access {

    @Bean
    AccessRules purchasingRules() {
        return rules -> {
            rules.requestMatchers(GET, "/api/suppliers/**", "/api/supplier-orders/**")
                    .hasAnyRole("BUYER", "STORE_MANAGER", "ACCOUNTANT", "AUDITOR", "SUPPLIER");
            rules.requestMatchers(PUT, "/api/suppliers/*", "/api/supplier-orders/*/retry")
                    .hasAnyRole("BUYER", "STORE_MANAGER");
        };
    }
}
