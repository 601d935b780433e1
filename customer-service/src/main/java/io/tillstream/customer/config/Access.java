package io.tillstream.customer.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PUT;

import io.tillstream.platform.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Access {

    @Bean
    AccessRules customerRules() {
        return rules -> {
            rules.requestMatchers(GET, "/api/customers", "/api/customers/*", "/api/customers/*/purchases")
                    .hasAnyRole("CASHIER", "SHIFT_LEAD", "STORE_MANAGER", "ACCOUNTANT");
            rules.requestMatchers(GET, "/api/customer-groups")
                    .hasAnyRole("SHIFT_LEAD", "STORE_MANAGER", "BUYER", "ACCOUNTANT", "OPS", "AUDITOR");
            rules.requestMatchers(PUT, "/api/customers/*").hasAnyRole("CASHIER", "SHIFT_LEAD", "STORE_MANAGER");
            rules.requestMatchers(PUT, "/api/customers/*/erasure").hasRole("STORE_MANAGER");
        };
    }
}
