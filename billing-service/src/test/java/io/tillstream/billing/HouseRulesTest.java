package io.tillstream.billing;

import io.tillstream.platform.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void theServiceKeepsTheHouseRules() {
        HouseRules.check(BillingServiceApplication.class);
    }
}
