package io.tillstream.inventory.config;

import io.tillstream.platform.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may see and change stock; the store scope is checked where the location is known. */
@Configuration(proxyBeanMethods = false)
class InventoryAccess {
    private static final String[] STAFF = {
        "CASHIER", "SHIFT_LEAD", "STORE_MANAGER", "BUYER", "ACCOUNTANT", "OPS", "AUDITOR"
    };

    @Bean
    AccessRules inventoryRules() {
        return rules -> rules.requestMatchers(HttpMethod.PUT, "/api/stock-adjustments/*")
                .hasAnyRole("STORE_MANAGER", "OPS")
                .requestMatchers(HttpMethod.PUT, "/api/goods-receipts/*")
                .hasAnyRole("STORE_MANAGER", "BUYER", "OPS")
                .requestMatchers(HttpMethod.GET, "/api/stock-levels")
                .hasAnyRole(STAFF)
                .requestMatchers("/api/**")
                .hasAnyRole("SHIFT_LEAD", "STORE_MANAGER", "BUYER", "ACCOUNTANT", "OPS", "AUDITOR");
    }
}
