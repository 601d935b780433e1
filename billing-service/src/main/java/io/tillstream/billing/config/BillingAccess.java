package io.tillstream.billing.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PUT;

import io.tillstream.platform.security.AccessRules;
import io.tillstream.platform.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who hands out invoices: those who serve customers and those who keep the books. Receipts are mailed from the counter. */
@Configuration(proxyBeanMethods = false)
class BillingAccess {
    @Bean
    AccessRules billingAccessRules() {
        return rules -> rules.requestMatchers("/api/receipt-mails/*")
                .hasAnyRole(Role.CASHIER.name(), Role.SHIFT_LEAD.name(), Role.STORE_MANAGER.name())
                .requestMatchers(PUT, "/api/customer-invoices/*")
                .hasAnyRole(
                        Role.CASHIER.name(), Role.SHIFT_LEAD.name(), Role.STORE_MANAGER.name(), Role.ACCOUNTANT.name())
                .requestMatchers(GET, "/api/customer-invoices", "/api/customer-invoices/**")
                .hasAnyRole(
                        Role.CASHIER.name(),
                        Role.SHIFT_LEAD.name(),
                        Role.STORE_MANAGER.name(),
                        Role.ACCOUNTANT.name(),
                        Role.AUDITOR.name());
    }
}
