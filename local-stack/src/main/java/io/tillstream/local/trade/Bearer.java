package io.tillstream.local.trade;

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
import org.jspecify.annotations.Nullable;

/** The client's access token, fetched through the gateway and renewed before it expires. */
final class Bearer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final HttpClient http;
    private final Access access;
    private @Nullable String token;
    private long freshUntil;

    Bearer(HttpClient http, Access access) {
        this.http = http;
        this.access = access;
    }

    /** @throws IOException while Keycloak does not answer; {@link RequestRefused} when it does not know the client */
    synchronized String token() throws IOException, InterruptedException {
        String current = token;
        if (current == null || System.nanoTime() - freshUntil > 0) {
            current = fetch();
            token = current;
        }
        return current;
    }

    /** Drops a token the suite no longer takes, unless another thread has renewed it already. */
    synchronized void rejected(String used) {
        if (used.equals(token)) {
            token = null;
        }
    }

    private String fetch() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + encoded(access.clientId()) + "&client_secret="
                + encoded(access.clientSecret());
        HttpRequest request = HttpRequest.newBuilder(access.tokenUrl())
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() == 400 || response.statusCode() == 401) {
            throw new RequestRefused(
                    "Signing in as " + access.clientId(),
                    new Reply(response.statusCode(), Api.parsed(response.body()), ""));
        }
        if (response.statusCode() != 200) {
            throw new IOException("sign-in answers " + response.statusCode());
        }
        JsonNode body = JSON.readTree(response.body());
        Duration life = Duration.ofSeconds(body.path("expires_in").asLong(60));
        freshUntil = System.nanoTime()
                + (life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2)).toNanos();
        return body.path("access_token").asText();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
