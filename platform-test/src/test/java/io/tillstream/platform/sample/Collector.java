package io.tillstream.platform.sample;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An OpenTelemetry collector that keeps what it is sent: span names stand as plain text in the protobuf body. */
final class Collector {
    private static final List<String> BODIES = new CopyOnWriteArrayList<>();

    private Collector() {}

    /** Its OTLP endpoint. */
    static String start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                BODIES.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return "http://localhost:" + server.getAddress().getPort() + "/v1/traces";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean hasSpan(String name) {
        return BODIES.stream().anyMatch(body -> body.contains(name));
    }
}
