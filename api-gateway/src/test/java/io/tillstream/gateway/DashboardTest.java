package io.tillstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DashboardTest extends GatewayTest {
    private static final String BERLIN_TODAY = "/api/dashboard?storeId=berlin&businessDate=2026-11-22";

    @Test
    void onePartThatIsDownLeavesTheOthersStanding() {
        service("order-service").answers(exchange -> {
            String query = exchange.getRequestURI().getQuery();
            StubService.send(exchange, 200, "{\"asked\":\"" + query + "\"}");
        });
        service("inventory-service").answers(exchange -> {
            throw new java.io.IOException("cut");
        });

        HttpResponse<String> answer = get(BERLIN_TODAY, Tokens.of("store-manager"));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode dashboard = json(answer);
        assertThat(dashboard.at("/takingsByHour/status").asString()).isEqualTo("OK");
        assertThat(dashboard.at("/takingsByHour/data/asked").asString())
                .isEqualTo("storeId=berlin&from=2026-11-22&to=2026-11-22&groupBy=HOUR");
        assertThat(dashboard.at("/bestSellers/data/asked").asString()).contains("groupBy=PRODUCT");
        assertThat(dashboard.at("/openPurchaseOrders/status").asString()).isEqualTo("OK");
        assertThat(dashboard.at("/lowStock/status").asString()).isEqualTo("UNAVAILABLE");
        assertThat(dashboard.at("/lowStock/data").isNull()).isTrue();
        assertThat(dashboard.at("/lowStock/reason").asString()).contains("inventory-service");
    }

    @Test
    void theCallersTokenGoesAlong() {
        String token = Tokens.of("store-manager");

        get(BERLIN_TODAY, token);

        assertThat(service("order-service").received())
                .hasSize(3)
                .allSatisfy(received ->
                        assertThat(received.headers().getFirst("Authorization")).isEqualTo("Bearer " + token));
    }

    @Test
    void aStoreIdCannotSmuggleAnotherParameter() {
        get("/api/dashboard?storeId=berlin%26from%3D1999-01-01&businessDate=2026-11-22", Tokens.of("store-manager"));

        assertThat(service("order-service").received())
                .allSatisfy(received -> assertThat(received.uri()).doesNotContain("from=1999"));
    }

    @Test
    void withoutAStoreTheAnswerSaysWhatIsMissing() {
        HttpResponse<String> answer = get("/api/dashboard?businessDate=2026-11-22", Tokens.of("store-manager"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("detail").asString()).contains("storeId");
    }
}
