package io.tillstream.order.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.tillstream.platform.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may make devices tills, see them and take them back, hand in their journals and read those, and bring in what dead ones held. A store's rule says more about the first. */
@Configuration(proxyBeanMethods = false)
class DeviceAccess {

    private static final String[] TILL_STAFF = {"CASHIER", "SHIFT_LEAD", "STORE_MANAGER"};
    private static final String[] LEADS = {"SHIFT_LEAD", "STORE_MANAGER"};

    @Bean
    AccessRules enrolmentOfDevices() {
        return rules -> rules.requestMatchers(PUT, "/api/devices/rules/*")
                .hasAnyRole("STORE_MANAGER")
                .requestMatchers(PUT, "/api/devices/*/revocation")
                .hasAnyRole(LEADS)
                .requestMatchers(POST, "/api/devices/codes")
                .hasAnyRole(LEADS)
                .requestMatchers(POST, "/api/devices/challenges")
                .hasAnyRole(TILL_STAFF)
                .requestMatchers(PUT, "/api/devices/*")
                .hasAnyRole(TILL_STAFF)
                .requestMatchers(POST, "/api/till-journals/*/entries")
                .hasAnyRole(TILL_STAFF)
                .requestMatchers(GET, "/api/till-journals/**")
                .hasAnyRole("SHIFT_LEAD", "STORE_MANAGER", "ACCOUNTANT", "AUDITOR")
                .requestMatchers(PUT, "/api/salvages/**")
                .hasAnyRole(LEADS)
                .requestMatchers(POST, "/api/salvages/comparisons")
                .hasAnyRole(LEADS)
                .requestMatchers(GET, "/api/salvages")
                .hasAnyRole("SHIFT_LEAD", "STORE_MANAGER", "AUDITOR")
                .requestMatchers(GET, "/api/journal-exports", "/api/daily-roots/**")
                .hasAnyRole("STORE_MANAGER", "ACCOUNTANT", "AUDITOR")
                .requestMatchers(GET, "/api/devices/**")
                .hasAnyRole("CASHIER", "SHIFT_LEAD", "STORE_MANAGER", "AUDITOR");
    }
}
