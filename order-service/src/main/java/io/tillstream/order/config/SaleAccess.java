package io.tillstream.order.config;

import static io.tillstream.platform.security.Role.ACCOUNTANT;
import static io.tillstream.platform.security.Role.AUDITOR;
import static io.tillstream.platform.security.Role.CASHIER;
import static io.tillstream.platform.security.Role.OPS;
import static io.tillstream.platform.security.Role.SHIFT_LEAD;
import static io.tillstream.platform.security.Role.STORE_MANAGER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.tillstream.platform.security.AccessRules;
import io.tillstream.platform.security.Role;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may sell, who may open and count drawers, who may read the figures. Which store is checked where it is used. */
@Configuration(proxyBeanMethods = false)
class SaleAccess {

    private static final String[] TILL_STAFF = names(CASHIER, SHIFT_LEAD, STORE_MANAGER);
    private static final String[] SHOP_AND_BOOKS = names(CASHIER, SHIFT_LEAD, STORE_MANAGER, ACCOUNTANT, AUDITOR, OPS);
    private static final String[] LEADS = names(SHIFT_LEAD, STORE_MANAGER);
    private static final String[] FIGURES = names(SHIFT_LEAD, STORE_MANAGER, ACCOUNTANT, AUDITOR, OPS);

    @Bean
    AccessRules salesAndTills() {
        return rules -> rules.requestMatchers(
                        PUT, "/api/sales/*", "/api/till-sessions/**", "/api/till-states/*", "/api/parked-sales/**")
                .hasAnyRole(TILL_STAFF)
                .requestMatchers(POST, "/api/sale-batches")
                .hasAnyRole(TILL_STAFF)
                .requestMatchers(PUT, "/api/stores/*", "/api/tills/*")
                .hasAnyRole(names(STORE_MANAGER, OPS))
                .requestMatchers(PUT, "/api/tasks/**")
                .hasAnyRole(LEADS)
                .requestMatchers(GET, "/api/tasks/**")
                .hasAnyRole(FIGURES)
                .requestMatchers(GET, "/api/takings", "/api/trading-totals")
                .hasAnyRole(FIGURES)
                .requestMatchers(POST, "/api/takings/rebuilds")
                .hasAnyRole(OPS.name())
                .requestMatchers(GET, "/api/parked-sales")
                .hasAnyRole(TILL_STAFF)
                .requestMatchers(GET, "/api/sales/**", "/api/layaways/**", "/api/till-sessions/**", "/api/till-states")
                .hasAnyRole(SHOP_AND_BOOKS);
    }

    private static String[] names(Role... roles) {
        return Arrays.stream(roles).map(Role::name).toArray(String[]::new);
    }
}
