package io.tillstream.catalog;

import io.tillstream.platform.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void theServiceKeepsTheHouseRules() {
        HouseRules.check(CatalogServiceApplication.class);
    }
}
