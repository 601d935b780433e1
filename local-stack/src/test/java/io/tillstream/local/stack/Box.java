package io.tillstream.local.stack;

import io.tillstream.local.Part;
import io.tillstream.local.Progress;
import io.tillstream.local.Settings;
import io.tillstream.local.process.Port;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** A suite in a folder of its own on ports that nobody uses. */
public final class Box {

    private Box() {}

    static Settings in(Path home) {
        while (true) {
            // below 32768, where Linux takes ports for clients: a client that calls a server not yet there can meet
            // itself
            int offset = ThreadLocalRandom.current().nextInt(10_000, 22_000);
            Settings settings =
                    new Settings(Path.of("..").toAbsolutePath().normalize(), home, offset, false, "127.0.0.1");
            boolean free = new Suite(settings)
                    .blueprints().stream()
                            .flatMap(blueprint -> blueprint.ports().stream())
                            .allMatch(port -> new Port(port).isFree());
            if (free) {
                return settings;
            }
        }
    }

    /** Starts these parts; call {@link #stop} at the end. */
    public static Settings start(Path home, Set<Part> parts) throws Exception {
        Settings settings = in(home);
        new Startup(new Suite(settings), quiet()).run(parts);
        return settings;
    }

    public static void stop(Settings settings, Set<Part> parts) throws Exception {
        new Shutdown(new Suite(settings)).stop(parts, quiet());
    }

    static Progress quiet() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    }
}
