package io.tillstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest extends GatewayTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/till", "/manager/takings/2026-11-22", "/index.html"})
    void everyPathOfTheApplicationIsItsOnePage(String path) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<title>Tillstream</title>");
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'self'")
                .contains("frame-ancestors 'self'")
                .contains("connect-src 'self' http://localhost:* http://127.0.0.1:*;");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void theTypeOfAProblemLeadsToItsExplanation() {
        HttpResponse<String> page = get("/problems/stale");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
        assertThat(page.body())
                .contains("<p>Status 412</p>")
                .contains("Somebody changed it since you read it.")
                .contains("Read again, repeat the change.");
        assertThat(get("/problems/till-not-found").statusCode()).isEqualTo(200);
        assertThat(get("/problems/method-not-allowed").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/gone-123.js",
                "/favicon.ico",
                "/api",
                "/api/",
                "/auth",
                "/docs/gone.js",
                "/problems/none"
            })
    void aMissingFileIsNotThePage(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void hashedFilesAreKeptForEverAndTheWorkerIsNot() {
        HttpResponse<String> asset = get("/assets/app-3f9c2b.js");
        assertThat(asset.body()).isEqualTo("console.log('plain')");
        assertThat(asset.headers().firstValue("Cache-Control")).get().asString().contains("immutable");

        assertThat(get("/sw.js").headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(get("/manifest.webmanifest").headers().firstValue("Content-Type"))
                .contains("application/manifest+json");
    }

    @Test
    void aPrecompressedFileTravelsAsItIs() {
        HttpResponse<String> asset = call(
                "GET",
                "/assets/app-3f9c2b.js",
                null,
                BodyPublishers.noBody(),
                request -> request.header("Accept-Encoding", "br, gzip"));

        assertThat(asset.headers().firstValue("Content-Encoding")).contains("br");
        assertThat(asset.headers().firstValue("Content-Type")).get().asString().contains("javascript");
        assertThat(asset.body()).isEqualTo("brotli bytes");
    }

    @Test
    void theApiPageListsTheContracts() {
        assertThat(get("/docs").body()).contains("/docs/swagger-ui/swagger-ui-bundle.js");
        assertThat(get("/docs/swagger-ui/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
        assertThat(get("/docs/docs.js").statusCode()).isEqualTo(200);
        assertThat(json(get("/api/openapi")).path("items"))
                .anySatisfy(contract -> assertThat(json(get(contract.path("url").asString()))
                                .path("openapi")
                                .asString())
                        .startsWith("3."));
        assertThat(get("/api/openapi/none").statusCode()).isEqualTo(404);
    }
}
