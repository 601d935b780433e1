package io.tillstream.local.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Maven module of this checkout and what its build leaves behind. */
public record Module(Path checkout, String name) {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    /** The fat jar of a module with a main class. */
    public Path jar() {
        return folder().resolve("target").resolve(name + "-" + VERSION + ".jar");
    }

    /** Whether its sources, or those it is built on, changed since it was built. */
    boolean isStale() {
        return !stamp().fits(sources().fingerprint());
    }

    void markFresh() {
        stamp().write(sources().fingerprint());
    }

    /** Changes whenever the jar does. */
    public String version() {
        return Sources.fingerprintOf(jar());
    }

    private Path folder() {
        return checkout.resolve(name);
    }

    private Sources sources() {
        List<Path> roots = new ArrayList<>();
        roots.add(checkout.resolve("pom.xml"));
        for (Path folder : List.of(folder(), checkout.resolve("platform"))) {
            roots.add(folder.resolve("pom.xml"));
            roots.add(folder.resolve("src/main"));
        }
        return new Sources(roots);
    }

    private Stamp stamp() {
        return new Stamp(folder().resolve("target/till.stamp"), jar());
    }
}
