package io.tillstream.purchasing;

import io.tillstream.platform.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.check(PurchasingServiceApplication.class);
    }
}
