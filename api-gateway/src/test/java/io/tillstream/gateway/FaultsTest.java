package io.tillstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FaultsTest extends GatewayTest {
    @Test
    void aSlowServiceIsGivenUpAndTheCallerKnowsItMayHaveTakenEffect() {
        CountDownLatch released = new CountDownLatch(1);
        service("shipping-service").answers(exchange -> {
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });

        HttpResponse<String> answer = put("/api/shipments/1", Tokens.of("cashier"), "{}");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(json(answer).path("title").asString()).contains("shipping-service");
        assertThat(json(answer).path("detail").asString()).contains("same id");
        assertThat(service("shipping-service").received()).as("sent once").hasSize(1);
        released.countDown();
    }

    @Test
    void aConnectionThatBreaksIsNotTriedAgain() {
        service("customer-service").answers(exchange -> {
            throw new java.io.IOException("cut");
        });

        HttpResponse<String> answer = put("/api/customers/1", Tokens.of("cashier"), "{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("127.0.0.1");
        assertThat(service("customer-service").received()).as("sent once").hasSize(1);
    }

    @Test
    void aServiceThatKeepsFailingIsLeftAloneUntilItRecovers() {
        StubService finance = service("finance-service");
        finance.answers(exchange -> {
            throw new java.io.IOException("cut");
        });
        String token = Tokens.of("accountant");
        await().until(() ->
                json(get("/api/trial-balance", token)).path("detail").asString().contains("left alone"));
        int reached = finance.received().size();

        HttpResponse<String> answer = get("/api/trial-balance", token);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("title").asString()).isEqualTo("finance-service is not available");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(finance.received()).as("spared").hasSize(reached);
        assertThat(get("/api/sales/1", token).statusCode())
                .as("other services go on")
                .isEqualTo(200);

        finance.reset();
        await().until(() -> get("/api/trial-balance", token).statusCode() == 200);
    }

    @Test
    void aFailureAnsweredByAServiceIsPassedOnAndTripsNothing() {
        service("billing-service").answers(exchange -> StubService.send(exchange, 500, "{\"status\":500}"));

        for (int i = 0; i < 10; i++) {
            assertThat(get("/api/customer-invoices/1", Tokens.of("cashier")).statusCode())
                    .isEqualTo(500);
        }

        assertThat(service("billing-service").received()).hasSize(10);
    }
}
