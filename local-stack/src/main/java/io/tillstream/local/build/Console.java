package io.tillstream.local.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillstream.local.Progress;
import io.tillstream.local.Trouble;
import io.tillstream.local.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The POS console: built with Node into a folder that the gateway serves. */
public record Console(Path checkout, Path log) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NODE = 20;
    private static final Set<String> NOT_SOURCES =
            Set.of("node_modules", "dist", "coverage", "test-results", "playwright-report");

    /** The built console. */
    public Path dist() {
        return folder().resolve("dist");
    }

    /** Says what is missing to build it, when it has to be built: before anything else takes minutes. */
    void checkTools() throws InterruptedException {
        if (!built().fits(sources())) {
            requireNode();
        }
    }

    /** Installs and builds what changed. */
    void bringUpToDate(Progress progress) throws InterruptedException {
        String sources = sources();
        Stamp built = built();
        if (built.fits(sources)) {
            return;
        }
        if (!hasLibraries()) {
            progress.doing("fetching the console's libraries");
            npm("ci", "--no-audit", "--no-fund");
        }
        progress.doing("building the console");
        npm("run", "build");
        built.write(sources);
        progress.done("pos-console built");
    }

    /** Whether npm's own note of what lies in {@code node_modules} has every library of the lock file, in its version. */
    boolean hasLibraries() {
        Path present = folder().resolve("node_modules/.package-lock.json");
        if (!Files.exists(present)) {
            return false;
        }
        JsonNode libraries = packagesIn(present);
        return packagesIn(folder().resolve("package-lock.json")).properties().stream()
                .filter(wanted -> !wanted.getKey().isEmpty())
                .allMatch(wanted -> {
                    JsonNode library = libraries.path(wanted.getKey());
                    // What is for other machines is left out.
                    return library.isMissingNode()
                            ? wanted.getValue().path("optional").asBoolean()
                            : library.path("version").equals(wanted.getValue().path("version"));
                });
    }

    private static JsonNode packagesIn(Path lock) {
        try {
            return JSON.readTree(lock.toFile()).path("packages");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sources() {
        return new Sources(List.of(folder()), NOT_SOURCES).fingerprint();
    }

    private Stamp built() {
        return new Stamp(folder().resolve("node_modules/.till-built"), dist().resolve("index.html"));
    }

    private void npm(String... arguments) throws InterruptedException {
        List<String> said = new ArrayList<>();
        List<String> command =
                Stream.concat(Stream.of("npm"), Arrays.stream(arguments)).toList();
        int exitCode = new LoggedCommand(command, folder(), log).run(line -> {
            if (!line.isBlank()) {
                said.add(line.strip());
            }
        });
        if (exitCode != 0) {
            throw new Trouble(
                    "npm " + String.join(" ", arguments) + " failed: " + causeIn(said) + ".",
                    "Correct it and run ./till up again. Log: " + log);
        }
    }

    /** The first error that says more than a code, else the last line. */
    private static String causeIn(List<String> lines) {
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("error"))
                .filter(line -> !line.matches("npm error( code \\S+)?"))
                .findFirst()
                .orElse(lines.isEmpty() ? "no message" : lines.getLast());
    }

    private static void requireNode() throws InterruptedException {
        Programs.Answer answer = Programs.run("node", "--version");
        Matcher version = Pattern.compile("v(\\d+)\\..*").matcher(answer.text());
        String remedy = "Install Node " + NODE
                + " or newer with npm (Debian: apt install nodejs npm, macOS: brew install node, else https://nodejs.org).";
        if (!answer.succeeded() || !version.matches()) {
            throw new Trouble("The console is built with Node, and there is none on the PATH.", remedy);
        }
        if (Integer.parseInt(version.group(1)) < NODE) {
            throw new Trouble("Node " + answer.text() + " is too old to build the console.", remedy);
        }
        if (!Programs.onPath("npm")) {
            throw new Trouble("Node comes without npm here.", remedy);
        }
    }

    private Path folder() {
        return checkout.resolve("pos-console");
    }
}
