package io.tillstream.edge;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/** What can be asked of the boxes, by address and method. */
final class Desk {

    private static final Pattern BOX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ID = Pattern.compile("[0-9a-z-]{8,64}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_BODY = Mailboxes.LONGEST_LETTER + 1024;

    private final Mailboxes mailboxes;

    Desk(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    Answer serve(HttpExchange exchange) throws IOException {
        String[] steps = exchange.getRequestURI().getPath().split("/");
        String noun = steps.length > 1 ? steps[1] : "";
        if (noun.equals("health") || noun.equals("actuator")) {
            return Answer.of(200, Map.of("status", "UP"));
        }
        if (!noun.equals("boxes") || steps.length < 3 || !BOX.matcher(steps[2]).matches()) {
            throw unknown();
        }
        String asked = exchange.getRequestMethod() + " " + (steps.length > 3 ? steps[3] : "") + " " + steps.length;
        return switch (asked) {
            case "GET  3" -> Answer.of(200, mailboxes.content(steps[2]));
            case "PUT tills 5" -> {
                mailboxes.tellState(steps[2], id(steps[4]), text(body(exchange), "sealed"));
                yield Answer.empty();
            }
            case "PUT parked 5" ->
                Answer.of(200, mailboxes.park(steps[2], id(steps[4]), text(body(exchange), "sealed")));
            case "PUT parked 6" -> takenUp(exchange, steps);
            default -> throw unknown();
        };
    }

    private Answer takenUp(HttpExchange exchange, String[] steps) throws IOException {
        if (!steps[5].equals("taking-up")) {
            throw unknown();
        }
        JsonNode body = body(exchange);
        String by = id(text(body, "by"));
        Letter taken = mailboxes.take(steps[2], id(steps[4]), by, text(body, "claim"));
        return Answer.of(by.equals(taken.takenBy()) ? 200 : 409, taken);
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new Refused(413, "too-large", "A body has at most " + LONGEST_BODY + " bytes.");
        }
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException malformed) {
            throw new Refused(400, "malformed-request", "The body is not JSON.");
        }
    }

    private static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new Refused(400, "malformed-request", "The body has no text '" + name + "'.");
        }
        return value.textValue();
    }

    private static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new Refused(400, "malformed-request", "An id is 8 to 64 of 0-9, a-z and -.");
        }
        return text;
    }

    private static Refused unknown() {
        return new Refused(404, "not-found", "There is nothing at this address.");
    }
}
