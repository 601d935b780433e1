package io.tillstream.platform.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's API as a client sees it. {@code api.as(Token.cashier("berlin")).put("/api/sales/" + id, body)}. */
public final class Api {
    private final Environment environment;
    private final JsonMapper json;
    private final HttpClient http;
    private final Map<String, String> headers;

    Api(Environment environment, JsonMapper json) {
        this(environment, json, HttpClient.newHttpClient(), Map.of());
    }

    private Api(Environment environment, JsonMapper json, HttpClient http, Map<String, String> headers) {
        this.environment = environment;
        this.json = json;
        this.http = http;
        this.headers = headers;
    }

    public Api as(Token token) {
        return with("Authorization", "Bearer " + token.text());
    }

    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(environment, json, http, more);
    }

    public Answer get(String path) {
        return send("GET", path, null, "application/json");
    }

    /** @param body a record or map to serialise, or a string that is sent as it is */
    public Answer put(String path, Object body) {
        return send("PUT", path, body, "application/json");
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body, "application/json");
    }

    public Answer post(String path, byte[] body, String contentType) {
        return send("POST", path, body, contentType);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, "application/json");
    }

    private Answer send(String method, String path, @Nullable Object body, String contentType) {
        URI uri = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Content-Type", contentType);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<byte[]> response =
                    http.send(request.method(method, publisher(body)).build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response, json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.BodyPublisher publisher(@Nullable Object body) {
        return switch (body) {
            case null -> HttpRequest.BodyPublishers.noBody();
            case String text -> HttpRequest.BodyPublishers.ofString(text);
            case byte[] bytes -> HttpRequest.BodyPublishers.ofByteArray(bytes);
            default -> HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        };
    }

    /** What came back. */
    public static final class Answer {
        private final HttpResponse<byte[]> response;
        private final JsonMapper json;

        Answer(HttpResponse<byte[]> response, JsonMapper json) {
            this.response = response;
            this.json = json;
        }

        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** The body as JSON; a missing node when it is empty. */
        public JsonNode json() {
            return json.readTree(response.body());
        }

        /** The text at a JSON pointer, for instance {@code /items/0/sku}. */
        public String at(String pointer) {
            return json().at(pointer).asString("");
        }

        /** The last part of the problem's type. */
        public String problem() {
            return at("/type").replaceFirst("^/problems/", "");
        }

        @Override
        public String toString() {
            return status() + " " + text();
        }
    }
}
