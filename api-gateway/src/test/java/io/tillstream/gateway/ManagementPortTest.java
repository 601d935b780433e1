package io.tillstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

class ManagementPortTest extends GatewayTest {
    private static final int INSIDE = TestSocketUtils.findAvailableTcpPort();

    @DynamicPropertySource
    static void secondPort(DynamicPropertyRegistry settings) {
        settings.add("management.server.port", () -> INSIDE);
    }

    @Test
    void figuresAreThereForTheInsideOnly() {
        int outside = port;
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(404);
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);

        get("/api/sales/1", Tokens.of("cashier"));
        port = INSIDE;

        assertThat(get("/actuator/prometheus").body())
                .contains("gateway_relayed_seconds_count{outcome=\"2xx\",service=\"order-service\"} 1")
                .contains("resilience4j_circuitbreaker_state");
        port = outside;
    }
}
