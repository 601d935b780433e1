package io.tillstream.order.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.tillstream.platform.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may ask for approvals, give them, and say which are needed. Policies decide the rest. */
@Configuration(proxyBeanMethods = false)
class ApprovalAccess {

    private static final String[] TILL_STAFF = {"CASHIER", "SHIFT_LEAD", "STORE_MANAGER"};

    @Bean
    AccessRules approvalsAndStaff() {
        return rules -> rules.requestMatchers(PUT, "/api/staff/*/pin")
                .hasAnyRole(TILL_STAFF)
                .requestMatchers(PUT, "/api/staff/**")
                .hasRole("STORE_MANAGER")
                .requestMatchers(GET, "/api/staff")
                .hasAnyRole(TILL_STAFF)
                .requestMatchers(PUT, "/api/approval-policies/*")
                .hasRole("STORE_MANAGER")
                .requestMatchers(POST, "/api/approval-policies/rehearsals")
                .hasRole("STORE_MANAGER")
                .requestMatchers(GET, "/api/approval-policies/**")
                .hasAnyRole("CASHIER", "SHIFT_LEAD", "STORE_MANAGER", "AUDITOR")
                .requestMatchers(PUT, "/api/approval-requests/*/decision")
                .hasAnyRole("SHIFT_LEAD", "STORE_MANAGER")
                .requestMatchers("/api/approval-requests/**")
                .hasAnyRole(TILL_STAFF)
                .requestMatchers(GET, "/api/approvals")
                .hasAnyRole("SHIFT_LEAD", "STORE_MANAGER", "ACCOUNTANT", "AUDITOR");
    }
}
