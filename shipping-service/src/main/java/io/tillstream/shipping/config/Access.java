package io.tillstream.shipping.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PUT;

import io.tillstream.platform.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Access {

    @Bean
    AccessRules shipmentRules() {
        return rules -> {
            rules.requestMatchers(GET, "/api/shipments", "/api/shipments/*")
                    .hasAnyRole("CASHIER", "SHIFT_LEAD", "STORE_MANAGER", "BUYER", "AUDITOR");
            rules.requestMatchers(PUT, "/api/shipments/*/dispatch", "/api/shipments/*/delivery")
                    .hasAnyRole("CASHIER", "SHIFT_LEAD", "STORE_MANAGER");
        };
    }
}
