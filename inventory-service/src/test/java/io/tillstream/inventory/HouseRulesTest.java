package io.tillstream.inventory;

import io.tillstream.platform.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void theServiceKeepsTheHouseRules() {
        HouseRules.check(InventoryServiceApplication.class);
    }
}
