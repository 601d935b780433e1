package io.tillstream.order.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PUT;

import io.tillstream.platform.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may order from suppliers, who may promise goods to customers. */
@Configuration(proxyBeanMethods = false)
class OrderAccess {

    @Bean
    AccessRules purchaseAndCustomerOrders() {
        return rules -> {
            rules.requestMatchers(PUT, "/api/purchase-orders/*/placement", "/api/purchase-orders/*/closing")
                    .hasAnyRole("BUYER", "STORE_MANAGER");
            rules.requestMatchers(PUT, "/api/purchase-orders/*").hasAnyRole("BUYER", "STORE_MANAGER", "SHIFT_LEAD");
            rules.requestMatchers(GET, "/api/purchase-orders/**")
                    .hasAnyRole("BUYER", "STORE_MANAGER", "SHIFT_LEAD", "ACCOUNTANT", "AUDITOR");
            rules.requestMatchers(PUT, "/api/customer-orders/*").hasAnyRole("CASHIER", "SHIFT_LEAD", "STORE_MANAGER");
            rules.requestMatchers(GET, "/api/customer-orders/**")
                    .hasAnyRole("CASHIER", "SHIFT_LEAD", "STORE_MANAGER", "ACCOUNTANT");
        };
    }
}
