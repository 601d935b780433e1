package io.tillstream.print.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tillstream.print.queue.PrintQueue;
import io.tillstream.print.queue.Refused;
import io.tillstream.print.scale.Scale;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The bridge's front door: plain HTTP, meant for the loopback address. */
public final class BridgeServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(BridgeServer.class.getName());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Origins origins;
    private final PrinterDesk printers;
    private final PaperDesk papers;
    private final ScaleDesk scales;
    private final PanDesk pans;

    private BridgeServer(HttpServer server, URI console, List<PrintQueue> queues, List<Scale> scales) {
        this.server = server;
        this.origins = new Origins(console);
        this.printers = new PrinterDesk(queues);
        this.papers = new PaperDesk(queues);
        this.scales = new ScaleDesk(scales);
        this.pans = new PanDesk(scales);
    }

    /** Listens at once; port 0 takes any that is free. */
    public static BridgeServer start(String address, int port, URI console, List<PrintQueue> queues, List<Scale> scales)
            throws IOException {
        // Seconds; a client that never finishes its request must not hold the bridge.
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        BridgeServer bridge = new BridgeServer(server, console, queues, scales);
        server.setExecutor(bridge.threads);
        server.createContext("/", bridge::serve);
        server.start();
        return bridge;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answerTo(exchange);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set(
                    "Content-Security-Policy",
                    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; form-action 'self'");
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer answerTo(HttpExchange exchange) {
        if (!origins.mayAsk(exchange)) {
            return Answer.problem(
                    403, "not-the-console", "Not the console", "Only the console's own page may use this bridge.");
        }
        origins.allow(exchange);
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            return Answer.empty(204);
        }
        try {
            return routed(exchange);
        } catch (Refused refused) {
            return switch (refused.reason()) {
                case ALREADY_STORED_DIFFERENTLY ->
                    Answer.problem(409, "already-stored-differently", "Already stored differently", words(refused));
                case QUEUE_FULL -> Answer.problem(503, "queue-full", "Too much is waiting", words(refused));
            };
        } catch (IllegalArgumentException malformed) {
            return Answer.problem(400, "malformed-request", "Malformed request", words(malformed));
        } catch (IOException unwritable) {
            LOG.log(Level.ERROR, "the spool folder cannot be used", unwritable);
            return Answer.problem(
                    503,
                    "spool-unusable",
                    "Nothing can be kept",
                    "The bridge cannot write to its folder: see its log.");
        } catch (RuntimeException unforeseen) {
            LOG.log(Level.ERROR, "a request failed", unforeseen);
            return Answer.problem(500, "unforeseen", "Something failed", "The bridge's log says what.");
        }
    }

    private Answer routed(HttpExchange exchange) throws IOException {
        String[] steps = exchange.getRequestURI().getPath().split("/");
        String noun = steps.length > 1 ? steps[1] : "";
        return switch (noun) {
            case "" -> SimulatorPage.with(papers.links() + pans.links());
            case "actuator" -> Answer.json(200, Map.of("status", "UP"));
            case "paper" -> papers.serve(exchange, steps);
            case "pan" -> pans.serve(exchange, steps);
            case "printers", "jobs" -> printers.serve(exchange, steps);
            case "scales" -> scales.serve(exchange, steps);
            default -> unknown();
        };
    }

    static Answer unknown() {
        return Answer.problem(404, "not-found", "Not found", "There is nothing at this address.");
    }

    private static String words(RuntimeException failure) {
        return String.valueOf(failure.getMessage());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
