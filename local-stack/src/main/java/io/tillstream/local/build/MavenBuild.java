package io.tillstream.local.build;

import io.tillstream.local.Progress;
import io.tillstream.local.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One call of the Maven wrapper; its output goes to a log, its steps to the person who waits. */
record MavenBuild(Path checkout, Path log) {

    private static final Pattern STEP = Pattern.compile("\\[INFO\\] Building (\\S+) .*\\[(\\d+/\\d+)\\]");

    /** Packages the modules and what they are built on. */
    void run(List<String> modules, Progress progress) throws InterruptedException {
        List<String> command = List.of(
                checkout.resolve("mvnw").toString(),
                "-B",
                "-ntp",
                "--strict-checksums",
                "-pl",
                String.join(",", modules),
                "-am",
                "package",
                "-Dmaven.test.skip=true");
        List<String> errors = new ArrayList<>();
        int exitCode = new LoggedCommand(command, checkout, log).run(line -> {
            stepIn(line).ifPresent(progress::doing);
            if (line.startsWith("[ERROR]")) {
                errors.add(line.substring("[ERROR]".length()).strip());
            }
        });
        if (exitCode != 0) {
            throw failure(errors);
        }
    }

    private static Optional<String> stepIn(String line) {
        Matcher step = STEP.matcher(line);
        return step.find() ? Optional.of("building " + step.group(1) + " (" + step.group(2) + ")") : Optional.empty();
    }

    private Trouble failure(List<String> errors) {
        String cause = errors.isEmpty() ? "Maven ended without a message." : shortened(errors.getFirst());
        String whole = String.join(" ", errors);
        if (whole.contains("hecksum")) {
            return new Trouble(
                    "A download is corrupted: " + cause,
                    "Run ./till up again; if it stays, delete the named folder below ~/.m2/repository. Log: " + log);
        }
        if (whole.contains("Could not transfer") || whole.contains("Could not resolve")) {
            return new Trouble(
                    "A download failed: " + cause, "Check the network or proxy and run ./till up again. Log: " + log);
        }
        if (whole.contains("zip END header") || whole.contains("error reading") || whole.contains("Bad CRC")) {
            return new Trouble(
                    "A download is corrupted: " + cause,
                    "Delete the named file below ~/.m2/repository and run ./till up again. Log: " + log);
        }
        return new Trouble("The build failed: " + cause, "Correct it and run ./till up again. Log: " + log);
    }

    private static String shortened(String text) {
        return text.length() > 400 ? text.substring(0, 400) + "…" : text;
    }
}
