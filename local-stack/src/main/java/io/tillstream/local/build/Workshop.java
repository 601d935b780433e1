package io.tillstream.local.build;

import io.tillstream.local.Part;
import io.tillstream.local.Progress;
import io.tillstream.local.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds whatever is stale before it is started. */
public record Workshop(Settings settings) {

    private static final String PARTS = "local-stack/parts";

    /** All that {@code ./till up} starts. */
    public void bringUpToDate(Progress progress) throws IOException, InterruptedException {
        dist().exclusively(() -> buildAll(progress));
    }

    private void buildAll(Progress progress) throws InterruptedException {
        Console console = console();
        console.checkTools();
        List<Module> modules = new ArrayList<>(Arrays.stream(Part.values())
                .filter(Part::isModule)
                .map(part -> module(part.label()))
                .toList());
        build(modules, progress);
        console.bringUpToDate(progress);
    }

    /** One more module, such as the load generator. */
    public Path jarOf(String name, Progress progress) throws IOException, InterruptedException {
        Module module = module(name);
        dist().exclusively(() -> build(List.of(module), progress));
        return module.jar();
    }

    public Dist dist() {
        return new Dist(settings.dist());
    }

    public Module module(String name) {
        return new Module(settings.checkout(), name);
    }

    public Console console() {
        return new Console(settings.checkout(), settings.home().resolve("log/console-build.log"));
    }

    public Archives archives() {
        return new Archives(settings.checkout(), settings.dist());
    }

    /** Jars of another version would stay beside the new ones. */
    private void forgetOldBroker() {
        try {
            Folders.delete(settings.checkout().resolve(PARTS + "/target/kafka"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void build(List<Module> modules, Progress progress) throws InterruptedException {
        List<Module> stale = modules.stream().filter(Module::isStale).toList();
        List<String> names = new ArrayList<>(stale.stream().map(Module::name).toList());
        Stamp parts = new Stamp(
                settings.checkout().resolve(PARTS + "/target/till.stamp"),
                settings.checkout().resolve(PARTS + "/target/archives/keycloak.zip"));
        String wanted = new Sources(List.of(
                        settings.checkout().resolve(PARTS + "/pom.xml"),
                        settings.checkout().resolve("pom.xml")))
                .fingerprint();
        if (!parts.fits(wanted)) {
            names.add(PARTS);
            forgetOldBroker();
        }
        if (names.isEmpty()) {
            return;
        }
        progress.doing("building " + String.join(", ", names) + " (the first time downloads what they need)");
        new MavenBuild(settings.checkout(), settings.home().resolve("log/build.log")).run(names, progress);
        stale.forEach(Module::markFresh);
        parts.write(wanted);
        progress.done(names.size() == 1 ? names.getFirst() + " built" : names.size() + " modules built");
    }
}
