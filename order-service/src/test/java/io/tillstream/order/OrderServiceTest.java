package io.tillstream.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.HouseRules;
import io.tillstream.platform.test.OpenApiContract;
import io.tillstream.platform.test.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class OrderServiceTest {

    private final Api api;

    OrderServiceTest(Api api) {
        this.api = api;
    }

    @Test
    void theServiceIsReady() {
        assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void theRoomsKeepTheHouseRules() {
        HouseRules.check(OrderServiceApplication.class);
    }

    @Test
    void theApiIsTheCommittedOne() {
        OpenApiContract.check(api, "order-service");
    }
}
