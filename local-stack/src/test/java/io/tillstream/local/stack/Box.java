package io.tillstream.local.stack;

import io.tillstream.local.Settings;
import io.tillstream.local.process.Port;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** A suite in a folder of its own on ports that nobody uses. */
final class Box {

    private Box() {}

    static Settings in(Path home) {
        while (true) {
            int offset = ThreadLocalRandom.current().nextInt(20_000, 40_000);
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
}
