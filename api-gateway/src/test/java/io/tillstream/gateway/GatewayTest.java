package io.tillstream.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One gateway for all test classes, with a stub in place of every service. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class GatewayTest {
    static final JsonMapper JSON = JsonMapper.shared();
    static final Path CONSOLE = consoleDir();

    private static final Map<String, StubService> SERVICES = new LinkedHashMap<>();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    static StubService service(String name) {
        return SERVICES.computeIfAbsent(name, StubService::new);
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        for (String name : new String[] {
            "catalog", "inventory", "order", "purchasing", "billing", "payment", "finance", "customer", "shipping"
        }) {
            settings.add(
                    name.toUpperCase(java.util.Locale.ROOT) + "_URL",
                    () -> service(name + "-service").url());
        }
        service("keycloak").answers(GatewayTest::keycloak);
        settings.add("KEYCLOAK_URL", () -> service("keycloak").url());
        settings.add("TOKEN_JWKS_URL", () -> service("keycloak").url() + "/certs");
        settings.add("TOKEN_ISSUER", () -> Tokens.ISSUER);
        settings.add("CONSOLE_DIR", CONSOLE::toString);
        settings.add("tillstream.gateway.routes.breaker.calls", () -> 4);
        settings.add("tillstream.gateway.routes.breaker.pause", () -> "1s");
        settings.add("tillstream.gateway.routes.services.shipping-service.timeout", () -> "300ms");
    }

    private static void keycloak(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        StubService.send(
                exchange,
                200,
                exchange.getRequestURI().getPath().equals("/certs")
                        ? Tokens.publicKeys()
                        : "{\"service\":\"keycloak\"}");
    }

    private static Path consoleDir() {
        try {
            Path dir = Files.createTempDirectory("console");
            Files.createDirectory(dir.resolve("assets"));
            Files.writeString(dir.resolve("index.html"), "<!doctype html><title>Tillstream</title>");
            Files.writeString(dir.resolve("sw.js"), "// service worker");
            Files.writeString(dir.resolve("manifest.webmanifest"), "{}");
            Files.writeString(dir.resolve("assets/app-3f9c2b.js"), "console.log('plain')");
            Files.writeString(dir.resolve("assets/app-3f9c2b.js.br"), "brotli bytes");
            return dir;
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    @AfterEach
    void resetServices() {
        SERVICES.forEach((name, stub) -> {
            if (!name.equals("keycloak")) {
                stub.reset();
            }
        });
    }

    HttpResponse<String> get(String path, String token) {
        return call("GET", path, token, BodyPublishers.noBody(), request -> request);
    }

    HttpResponse<String> get(String path) {
        return call("GET", path, null, BodyPublishers.noBody(), request -> request);
    }

    HttpResponse<String> put(String path, String token, String json) {
        return call("PUT", path, token, BodyPublishers.ofString(json), request -> request);
    }

    HttpResponse<String> call(
            String method, String path, String token, BodyPublisher body, UnaryOperator<HttpRequest.Builder> change) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body)
                .timeout(Duration.ofSeconds(20));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(change.apply(request).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
