package io.tillstream.catalog.config;

import io.tillstream.platform.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Staff read the catalog, but neither what goods cost us nor who changed them; managers and buyers change it. */
@Configuration(proxyBeanMethods = false)
class CatalogAccess {
    @Bean
    AccessRules catalogRules() {
        return rules -> rules.requestMatchers(HttpMethod.GET, "/api/change-sets/**", "/api/products/*/history")
                .hasAnyRole("STORE_MANAGER", "BUYER", "ACCOUNTANT", "OPS", "AUDITOR")
                .requestMatchers(HttpMethod.GET, "/api/**")
                .hasAnyRole("CASHIER", "SHIFT_LEAD", "STORE_MANAGER", "BUYER", "ACCOUNTANT", "OPS", "AUDITOR")
                .requestMatchers("/api/**")
                .hasAnyRole("STORE_MANAGER", "BUYER", "OPS");
    }
}
