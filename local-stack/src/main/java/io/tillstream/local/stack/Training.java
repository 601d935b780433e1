package io.tillstream.local.stack;

import io.tillstream.local.Command;
import io.tillstream.local.Part;
import io.tillstream.local.Settings;
import io.tillstream.local.Till;
import io.tillstream.local.process.Launch;
import io.tillstream.local.process.Programs;
import io.tillstream.local.process.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Trains ahead-of-time caches one after another, in the background and at low priority, so that the next start is quicker. */
public final class Training implements Command {

    private static final int MINUTES = 10;

    @Override
    public String name() {
        return "train";
    }

    /** Started by {@code up}; nobody needs to type it. */
    @Override
    public String usage() {
        return "";
    }

    @Override
    public int run(Settings settings, List<String> arguments) throws IOException, InterruptedException {
        for (Service service : untrained(new Suite(settings))) {
            train(service);
        }
        return 0;
    }

    static void startInBackground(Suite suite) throws IOException {
        if ("off".equals(System.getenv("TILL_TRAINING"))
                || suite.trainingPidFile().living().isPresent()
                || untrained(suite).isEmpty()) {
            return;
        }
        Settings settings = suite.settings();
        List<String> command = new ArrayList<>(Programs.onPath("nice") ? List.of("nice", "-n", "19") : List.of());
        command.addAll(List.of(
                Jvm.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Till.class.getName(),
                "train"));
        Map<String, String> environment = Map.of(
                "TILL_CHECKOUT", settings.checkout().toString(),
                "TILL_HOME", settings.home().toString(),
                "TILL_PORT_OFFSET", Integer.toString(settings.portOffset()));
        Process process = new Launch(
                        command, environment, settings.home(), settings.home().resolve("log/training.log"))
                .start();
        Running.of(process.pid(), "1").ifPresent(suite.trainingPidFile()::write);
    }

    private static List<Service> untrained(Suite suite) {
        return Arrays.stream(Part.values())
                .filter(Part::isSpring)
                .map(suite::service)
                .filter(service -> !Files.exists(service.cache()))
                .toList();
    }

    private static void train(Service service) throws IOException, InterruptedException {
        Path cache = service.cache();
        Path draft = cache.resolveSibling(cache.getFileName() + ".new");
        Files.createDirectories(cache.getParent());
        Process run = service.training(draft).start();
        if (!run.waitFor(MINUTES, TimeUnit.MINUTES)) {
            run.destroyForcibly();
        }
        if (Files.exists(draft)) {
            Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
