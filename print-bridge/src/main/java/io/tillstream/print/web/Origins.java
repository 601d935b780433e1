package io.tillstream.print.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may speak to the bridge: the console's page, and nobody else's. Any page in the browser reaches the loopback
 * address, so the origin is checked, and the host too, which a name that was bound to this machine would betray.
 */
final class Origins {

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String console;

    Origins(URI console) {
        this.console = console.toString().replaceFirst("/$", "");
    }

    boolean mayAsk(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String host = headers.getFirst("Host");
        if (host == null || !HOSTS.contains(host.replaceFirst(":\\d+$", ""))) {
            return false;
        }
        String origin = headers.getFirst("Origin");
        return origin == null || origin.equals(console) || origin.equals("http://" + host);
    }

    /** Tells the browser that the console's page may read the answer, and may ask from a public address. */
    void allow(HttpExchange exchange) {
        @Nullable String origin = exchange.getRequestHeaders().getFirst("Origin");
        Headers answer = exchange.getResponseHeaders();
        answer.set("Vary", "Origin");
        answer.set("Cross-Origin-Resource-Policy", "same-site");
        if (!console.equals(origin)) {
            return;
        }
        answer.set("Access-Control-Allow-Origin", console);
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            answer.set("Access-Control-Allow-Methods", "GET, PUT");
            answer.set("Access-Control-Allow-Headers", "Content-Type");
            answer.set("Access-Control-Allow-Private-Network", "true");
            answer.set("Access-Control-Max-Age", "600");
        }
    }
}
