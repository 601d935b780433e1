package io.tillstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class LimitsTest extends GatewayTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefusedAndNotPassedOn() {
        HttpResponse<String> answer = put("/api/sales/1", Tokens.of("cashier"), "x".repeat(2 * MEBIBYTE + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("type").asString()).isEqualTo("/problems/too-large");
        assertThat(service("order-service").received()).isEmpty();
    }

    /** A client that goes on sending must still get to read why. */
    @Test
    void whoeverSendsFarTooMuchIsToldSo() {
        for (int times = 0; times < 20; times++) {
            HttpResponse<String> announced = put("/api/sales/1", Tokens.of("cashier"), "x".repeat(12 * MEBIBYTE));
            HttpResponse<String> unknown = call(
                    "PUT",
                    "/api/sales/1",
                    Tokens.of("cashier"),
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[12 * MEBIBYTE])),
                    request -> request);

            assertThat(announced.statusCode()).isEqualTo(413);
            assertThat(unknown.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void aBodyOfUnknownLengthIsCutOffAtTheLimit() {
        HttpResponse<String> answer = call(
                "PUT",
                "/api/sales/1",
                Tokens.of("cashier"),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3 * MEBIBYTE])),
                request -> request);

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aProductImportMayBeLarger() {
        HttpResponse<String> answer = call(
                "POST",
                "/api/product-imports?dryRun=true",
                Tokens.of("buyer"),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[5 * MEBIBYTE])),
                request -> request.header("Content-Type", "text/csv"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(service("catalog-service").last().body()).hasSize(5 * MEBIBYTE);
    }
}
