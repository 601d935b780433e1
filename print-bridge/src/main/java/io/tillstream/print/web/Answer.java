package io.tillstream.print.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back: a status, a media type and a body. */
record Answer(int status, String type, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer json(int status, Object body) {
        return new Answer(status, "application/json", bytes(body));
    }

    static Answer empty(int status) {
        return new Answer(status, "text/plain", new byte[0]);
    }

    static Answer html(String page) {
        return new Answer(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static Answer text(String text) {
        return new Answer(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer png(byte[] picture) {
        return new Answer(200, "image/png", picture);
    }

    /** RFC 9457. */
    static Answer problem(int status, String slug, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + slug);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return new Answer(status, "application/problem+json", bytes(problem));
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
