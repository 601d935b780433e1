package io.tillstream.local.stack;

import io.tillstream.local.Part;
import io.tillstream.local.Settings;
import io.tillstream.local.build.Workshop;
import io.tillstream.local.process.PidFile;
import io.tillstream.local.process.Running;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All parts of this checkout's suite: what they are and which of them live. */
record Suite(Settings settings) {

    Workshop workshop() {
        return new Workshop(settings);
    }

    List<Blueprint> blueprints() {
        return Arrays.stream(Part.values()).map(this::blueprint).toList();
    }

    Blueprint blueprint(Part part) {
        return switch (part) {
            case POSTGRES -> new Postgres(settings, workshop().archives());
            case KAFKA -> new Kafka(settings, workshop().archives());
            case MAIL -> new Mail(settings);
            case KEYCLOAK -> new Keycloak(settings, workshop().archives());
            default -> service(part);
        };
    }

    Service service(Part part) {
        return new Service(settings, part, workshop().module(part.label()));
    }

    PidFile pidFile(Part part) {
        return new PidFile(settings.home().resolve("run/" + part.label() + ".pid"));
    }

    /** The process that trains ahead-of-time caches in the background. */
    PidFile trainingPidFile() {
        return new PidFile(settings.home().resolve("run/training.pid"));
    }

    Optional<Running> running(Part part) {
        return pidFile(part).living();
    }
}
