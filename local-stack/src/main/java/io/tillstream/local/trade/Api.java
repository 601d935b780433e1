package io.tillstream.local.trade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A client of the public API. A call returns when the suite has decided: a missing or overloaded service is waited for
 * within the {@link Patience} given. Safe for use by many threads.
 */
public final class Api implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ONE_TRY = Duration.ofSeconds(60);
    // a service that is down answers 502 or 503; a 500 that stays is a fault that waiting does not mend
    private static final Duration FOR_A_FAULT = Duration.ofSeconds(45);
    private static final Set<Integer> MAY_PASS = Set.of(408, 425, 429, 500, 502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Access access;
    private final Bearer bearer;
    private final Patience patience;

    public Api(Access access, Patience patience) {
        this.access = access;
        this.bearer = new Bearer(http, access);
        this.patience = patience;
    }

    public Reply get(String path) {
        return call("GET", path, Map.of(), BodyPublishers.noBody());
    }

    public Reply put(String path, Object body) {
        return call("PUT", path, Map.of("Content-Type", "application/json"), json(body));
    }

    /** Changes what is stored as {@code etag}; answered 412 when somebody was faster. */
    public Reply put(String path, Object body, String etag) {
        return call("PUT", path, Map.of("Content-Type", "application/json", "If-Match", etag), json(body));
    }

    public Reply postCsv(String path, byte[] csv) {
        return call("POST", path, Map.of("Content-Type", "text/csv"), BodyPublishers.ofByteArray(csv));
    }

    @Override
    public void close() {
        http.close();
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Reply call(String method, String path, Map<String, String> headers, BodyPublisher body) {
        Patience.Tries tries = patience.new Tries(method + " " + path.replaceFirst("\\?.*", ""));
        boolean renewed = false;
        while (true) {
            String symptom;
            Duration askedToWait = Duration.ZERO;
            try {
                String token = bearer.token();
                HttpResponse<byte[]> response =
                        http.send(request(method, path, headers, body, token), BodyHandlers.ofByteArray());
                if (response.statusCode() == 401 && !renewed) {
                    renewed = true;
                    bearer.rejected(token);
                    continue;
                }
                if (!MAY_PASS.contains(response.statusCode())) {
                    return new Reply(
                            response.statusCode(),
                            parsed(response.body()),
                            response.headers().firstValue("ETag").orElse(""));
                }
                symptom = "answered " + response.statusCode();
                askedToWait = retryAfter(response);
                if (response.statusCode() == 500) {
                    tries.noLongerThan(FOR_A_FAULT);
                }
            } catch (IOException e) {
                symptom = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                symptom = "stopped";
            }
            tries.pause(symptom, askedToWait);
        }
    }

    private HttpRequest request(
            String method, String path, Map<String, String> headers, BodyPublisher body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(access.gateway().resolve(path))
                .timeout(ONE_TRY)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .method(method, body);
        headers.forEach(request::header);
        return request.build();
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ZERO);
    }

    static JsonNode parsed(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            // an error page of something in between
            return MissingNode.getInstance();
        }
    }
}
