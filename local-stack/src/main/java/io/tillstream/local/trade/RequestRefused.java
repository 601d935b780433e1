package io.tillstream.local.trade;

import com.fasterxml.jackson.databind.JsonNode;

/** The suite refused a request for good; the message carries the problem it named. */
public final class RequestRefused extends RuntimeException {

    private final transient Reply reply;
    private final String words;

    RequestRefused(String what, Reply reply) {
        super(what + " was refused: " + problem(reply));
        this.reply = reply;
        this.words = what + " was refused: " + problem(reply);
    }

    /** The whole story in one line. */
    public String words() {
        return words;
    }

    public Reply reply() {
        return reply;
    }

    private static String problem(Reply reply) {
        JsonNode body = reply.body();
        StringBuilder text = new StringBuilder()
                .append(reply.status())
                .append(' ')
                .append(body.path("type").asText(""))
                .append(' ')
                .append(body.path("detail").asText(body.path("title").asText("")));
        for (JsonNode error : body.path("errors")) {
            text.append("; ")
                    .append(error.path("pointer").asText())
                    .append(": ")
                    .append(error.path("detail").asText());
        }
        String words = text.toString().strip();
        return words.endsWith(".") ? words : words + ".";
    }
}
