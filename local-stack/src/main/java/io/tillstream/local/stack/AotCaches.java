package io.tillstream.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Ahead-of-time caches of the services: trained once per jar, used when they fit, never waited for. */
record AotCaches(Path folder) {

    Path of(String service, String version) {
        return folder.resolve(service + "-" + version + ".aot");
    }

    /** The Java options that use the cache of this jar; none while it is not trained. */
    List<String> optionsFor(String service, String version) {
        Path cache = of(service, version);
        return Files.exists(cache)
                ? List.of(
                        "-XX:AOTCache=" + cache,
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0",
                        "-Xlog:aot=off",
                        "-Xlog:cds=off")
                : List.of();
    }

    /** Removes those of jars that are gone. */
    void forgetOthers(String service, String version) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> caches = Files.list(folder)) {
            for (Path cache : caches.filter(
                            file -> file.getFileName().toString().startsWith(service + "-"))
                    .filter(file -> !file.equals(of(service, version)))
                    .toList()) {
                Files.deleteIfExists(cache);
            }
        }
    }
}
