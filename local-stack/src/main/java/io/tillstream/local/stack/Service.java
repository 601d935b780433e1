package io.tillstream.local.stack;

import io.tillstream.local.Part;
import io.tillstream.local.Settings;
import io.tillstream.local.Trouble;
import io.tillstream.local.build.Dist;
import io.tillstream.local.build.Folders;
import io.tillstream.local.build.Module;
import io.tillstream.local.process.Launch;
import io.tillstream.local.process.Port;
import io.tillstream.local.process.Programs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A module of this repository: one jar with all it needs, unpacked so that it starts quickly. */
final class Service implements Blueprint {

    private final Settings settings;
    private final Part part;
    private final Module module;
    private final AotCaches caches;

    Service(Settings settings, Part part, Module module) {
        this.settings = settings;
        this.part = part;
        this.module = module;
        this.caches = new AotCaches(settings.dist().resolve("aot"));
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public List<Integer> ports() {
        return List.of(settings.port(part));
    }

    @Override
    public String version() {
        return module.version();
    }

    /** The gateway only forwards, the print bridge stands alone: neither needs anybody to start. */
    @Override
    public List<Part> needs() {
        return part.database().isPresent() ? List.of(Part.POSTGRES, Part.KAFKA) : List.of();
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        if (!Files.exists(unpacked())) {
            new Dist(settings.dist()).exclusively(this::unpack);
        }
    }

    private void unpack() throws IOException, InterruptedException {
        Path draft = unpacked().resolveSibling(unpacked().getFileName() + ".new");
        Folders.delete(draft);
        Programs.Answer answer = Programs.run(
                Jvm.java(),
                "-Djarmode=tools",
                "-jar",
                module.jar().toString(),
                "extract",
                "--destination",
                draft.toString());
        if (!answer.succeeded()) {
            throw new Trouble(
                    module.jar() + " could not be unpacked: " + Logs.causeIn(answer.text()) + ".",
                    "Delete it and run ./till up again.");
        }
        forgetOthers();
        Files.move(draft, unpacked(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void forgetOthers() throws IOException {
        try (Stream<Path> folders = Files.list(unpacked().getParent())) {
            for (Path old : folders.filter(
                            folder -> folder.getFileName().toString().matches(part.label() + "-[0-9a-f]+-[0-9a-f]+"))
                    .toList()) {
                if (!isInUse(old)) {
                    Folders.delete(old);
                }
            }
        }
        caches.forgetOthers(part.label(), version());
    }

    /** Another suite of this checkout may still run it. */
    private static boolean isInUse(Path folder) {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> Port.commandLine(process).contains(folder + "/"));
    }

    @Override
    public Launch launch() {
        return launch(
                caches.optionsFor(part.label(), version()),
                new Environment(settings).of(part),
                log().resolve(part.label() + ".out"));
    }

    /** A run that ends by itself once everything is wired, and leaves an ahead-of-time cache behind. */
    Launch training(Path cache) {
        Map<String, String> environment = new Environment(settings).of(part);
        environment.keySet().removeIf(name -> name.startsWith("LOGGING_"));
        return launch(
                List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=error", "-Dspring.context.exit=onRefresh"),
                environment,
                log().resolve("training.log"));
    }

    Path cache() {
        return caches.of(part.label(), version());
    }

    private Launch launch(List<String> more, Map<String, String> environment, Path output) {
        List<String> command = new ArrayList<>(Jvm.command(part, settings.home()));
        command.addAll(more);
        command.add("-jar");
        command.add(unpacked().resolve(module.jar().getFileName()).toString());
        return new Launch(command, environment, unpacked(), output);
    }

    @Override
    public boolean isReady() {
        return Probe.answers200(URI.create(settings.directUrl(part) + "/actuator/health/readiness"));
    }

    private Path unpacked() {
        return settings.dist().resolve(part.label() + "-" + version());
    }

    private Path log() {
        return settings.home().resolve("log");
    }
}
