package io.tillstream.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The access token all clients share, renewed before it expires. */
final class Token {

    private final Surroundings suite;
    private volatile String current = "";
    private volatile long renewAt;

    Token(Surroundings suite) {
        this.suite = suite;
    }

    String get() throws IOException, InterruptedException {
        if (current.isEmpty() || System.nanoTime() - renewAt > 0) {
            renew();
        }
        return current;
    }

    private synchronized void renew() throws IOException, InterruptedException {
        if (!current.isEmpty() && System.nanoTime() - renewAt <= 0) {
            return;
        }
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(suite.tokenUrl())
                            .timeout(Duration.ofSeconds(30))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(
                                    "grant_type=client_credentials&client_id=till-cli&client_secret="
                                            + encoded(suite.clientSecret())))
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("signing in was answered " + response.statusCode());
            }
            JsonNode body = new ObjectMapper().readTree(response.body());
            renewAt = System.nanoTime()
                    + Duration.ofSeconds(body.path("expires_in").asLong()).toNanos() * 3 / 4;
            current = body.path("access_token").asText();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
