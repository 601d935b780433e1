package io.tillstream.journal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code java -jar journal-verifier.jar FILE…}: proves exported journals; exit 0 only when every one is whole. */
public final class VerifyJournal {

    private static final String FORMAT = "tillstream-journal-export-1";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final PrintStream out;

    VerifyJournal(PrintStream out) {
        this.out = out;
    }

    public static void main(String... files) {
        if (files.length == 0) {
            System.err.println("Name the exported journals: java -jar journal-verifier.jar FILE...");
            System.exit(2);
        }
        boolean whole = new VerifyJournal(System.out)
                .areWhole(Stream.of(files).map(Path::of).toList());
        System.exit(whole ? 0 : 1);
    }

    /** Journals of one till are held against each other as well. */
    boolean areWhole(List<Path> files) {
        List<Succession> successions =
                files.stream().flatMap(file -> successionIn(file).stream()).toList();
        boolean whole = true;
        for (Path file : files) {
            whole &= isWhole(file, successions);
        }
        return whole;
    }

    /** None in what cannot be read, which is told when it is verified. */
    private static Optional<Succession> successionIn(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).findFirst().flatMap(line -> Succession.in(entry(line)));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private boolean isWhole(Path file, List<Succession> successions) {
        AtomicLong troubles = new AtomicLong();
        long began = System.nanoTime();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            JournalChain chain = new JournalChain(device(lines.readLine()), successions, trouble -> {
                troubles.incrementAndGet();
                out.println("  " + trouble);
            });
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                chain.add(entry(line));
            }
            long entries = chain.end();
            out.printf(
                    "%s: %,d entries in %.1f s, %s%n",
                    file.getFileName(),
                    entries,
                    (System.nanoTime() - began) / 1e9,
                    troubles.get() == 0 ? "all whole" : troubles + " not as the device left it");
            if (chain.afterSuccessor() > 0) {
                out.printf(
                        "  %,d of them came when the next device had taken its place, which proves nothing of them%n",
                        chain.afterSuccessor());
            }
            return troubles.get() == 0;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            out.println(file + ": not a journal that was exported: " + e.getMessage());
            return false;
        }
    }

    private static JournalDevice device(@Nullable String line) throws IOException {
        JsonNode says = JSON.readTree(line == null ? "{}" : line);
        if (!says.path("format").asText().equals(FORMAT)) {
            throw new IOException("its first line is not of the format " + FORMAT);
        }
        return JSON.treeToValue(says, JournalDevice.class);
    }

    /** What cannot be read at all is an entry without a number. */
    private static SignedEntry entry(String line) {
        try {
            JsonNode says = JSON.readTree(line);
            return new SignedEntry(
                    says.path("payload").asText(), says.path("signature").asText());
        } catch (IOException e) {
            return new SignedEntry(line, "");
        }
    }
}
