package io.tillstream.finance.config;

import static org.springframework.http.HttpMethod.GET;

import io.tillstream.platform.security.AccessRules;
import io.tillstream.platform.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who reads the books: those who answer for them, each within their own stores. */
@Configuration(proxyBeanMethods = false)
class FinanceAccess {
    @Bean
    AccessRules financeAccessRules() {
        return rules -> rules.requestMatchers(GET, "/api/trial-balance", "/api/journal-entries", "/api/ledger-accounts")
                .hasAnyRole(Role.ACCOUNTANT.name(), Role.AUDITOR.name(), Role.STORE_MANAGER.name());
    }
}
