package io.tillstream.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back: a status and JSON, or nothing. */
record Answer(int status, String type, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(int status, Object body) {
        return new Answer(status, "application/json", written(body));
    }

    static Answer empty() {
        return new Answer(204, "text/plain", new byte[0]);
    }

    /** RFC 9457. */
    static Answer refusal(Refused refused) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + refused.slug());
        problem.put("title", refused.slug().replace('-', ' '));
        problem.put("status", refused.status());
        problem.put("detail", refused.detail());
        return new Answer(refused.status(), "application/problem+json", written(problem));
    }

    private static byte[] written(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
