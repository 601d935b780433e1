package io.tillstream.deploy;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Renders an overlay as kubectl does, once. */
final class Overlay {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Map<String, String> RENDERED = new ConcurrentHashMap<>();

    private Overlay() {}

    /** A fresh tree each time, so that a test may break it. */
    static Manifests render(String name) {
        return Manifests.parse(RENDERED.computeIfAbsent(name, Overlay::kustomize));
    }

    private static String kustomize(String name) {
        ProcessBuilder kubectl = new ProcessBuilder("kubectl", "kustomize", "k8s/overlays/" + name);
        kubectl.directory(ROOT.toFile()).redirectErrorStream(true);
        try {
            Process process = kubectl.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("kubectl kustomize k8s/overlays/" + name + " failed: " + output);
            }
            return output;
        } catch (IOException missing) {
            return abort("The manifests were not checked: kubectl is not on the PATH. Install kubectl 1.30 or later.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
