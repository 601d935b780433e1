package io.tillstream.edge;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The relay's front door, on the shop's own network. */
final class EdgeServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(EdgeServer.class.getName());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String console;
    private final Desk desk;

    private EdgeServer(HttpServer server, String console, Desk desk) {
        this.server = server;
        this.console = console;
        this.desk = desk;
    }

    /** Listens at once; port 0 takes any that is free. */
    static EdgeServer start(Settings settings, Mailboxes mailboxes) throws IOException {
        // Seconds; a client that never finishes its request must not hold the relay.
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        InetSocketAddress address = new InetSocketAddress(settings.address(), settings.port());
        @Nullable Path keyStore = settings.keyStore();
        HttpServer server = keyStore == null
                ? HttpServer.create(address, 0)
                : secured(HttpsServer.create(address, 0), keyStore, settings.keyStorePassword());
        String console = settings.console().toString().replaceFirst("/$", "");
        EdgeServer edge = new EdgeServer(server, console, new Desk(mailboxes));
        server.setExecutor(edge.threads);
        server.createContext("/", edge::serve);
        server.start();
        return edge;
    }

    private static HttpServer secured(HttpsServer server, Path file, String password) throws IOException {
        try (InputStream stored = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stored, password.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            return server;
        } catch (GeneralSecurityException unusable) {
            throw new IOException("EDGE_KEYSTORE " + file + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answerTo(exchange);
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer answerTo(HttpExchange exchange) {
        try {
            mustBeTheConsole(exchange);
            return exchange.getRequestMethod().equals("OPTIONS") ? Answer.empty() : desk.serve(exchange);
        } catch (Refused refused) {
            return Answer.refusal(refused);
        } catch (IOException | RuntimeException unforeseen) {
            LOG.log(Level.ERROR, "a request failed", unforeseen);
            return Answer.refusal(new Refused(503, "relay-unusable", "The relay's log says what failed."));
        }
    }

    /** Whoever knows a box's name may use it; a page of the browser has to be the console's besides. */
    private void mustBeTheConsole(HttpExchange exchange) {
        @Nullable String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin == null) {
            return;
        }
        if (!origin.equals(console)) {
            throw new Refused(403, "not-the-console", "Only the console's own page may use this relay.");
        }
        Headers answer = exchange.getResponseHeaders();
        answer.set("Vary", "Origin");
        answer.set("Access-Control-Allow-Origin", console);
        answer.set("Access-Control-Allow-Methods", "GET, PUT");
        answer.set("Access-Control-Allow-Headers", "Content-Type");
        answer.set("Access-Control-Allow-Private-Network", "true");
        answer.set("Access-Control-Max-Age", "600");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
