package io.tillstream.edge;

import java.io.IOException;
import java.time.Clock;

/** Keeps what the tills of a store tell each other while the server is out of reach. */
public final class StoreEdge implements AutoCloseable {

    private final EdgeServer server;

    private StoreEdge(EdgeServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException {
        StoreEdge edge = start(Settings.from(System.getenv()), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(edge::close, "close"));
    }

    static StoreEdge start(Settings settings, Clock clock) throws IOException {
        return new StoreEdge(EdgeServer.start(settings, Mailboxes.open(settings.folder(), clock)));
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
