package io.tillstream.payment.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PUT;

import io.tillstream.platform.security.AccessRules;
import io.tillstream.platform.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who takes money and gives it back: those who serve at a till, each in their own stores. Who checks only reads. */
@Configuration(proxyBeanMethods = false)
class PaymentAccess {
    @Bean
    AccessRules paymentAccessRules() {
        return rules -> rules.requestMatchers(PUT, "/api/payments/**")
                .hasAnyRole(Role.CASHIER.name(), Role.SHIFT_LEAD.name(), Role.STORE_MANAGER.name())
                .requestMatchers(GET, "/api/payments/**")
                .hasAnyRole(
                        Role.CASHIER.name(),
                        Role.SHIFT_LEAD.name(),
                        Role.STORE_MANAGER.name(),
                        Role.ACCOUNTANT.name(),
                        Role.AUDITOR.name());
    }
}
