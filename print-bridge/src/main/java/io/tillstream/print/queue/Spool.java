package io.tillstream.print.queue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One printer's jobs on disk. A job's file moves from {@code waiting} over {@code printing} to {@code done}, each move in
 * one step, so that a bridge that is killed at any point knows what it had begun and never prints a job twice.
 */
public final class Spool {

    static final int MOST_WAITING = 500;
    private static final Duration REMEMBERED = Duration.ofDays(31);

    private final String printer;
    private final Clock clock;
    private final Path waiting;
    private final Path printing;
    private final Path done;
    private final Deque<Path> line = new ArrayDeque<>();
    private long last;

    private Spool(String printer, Path folder, Clock clock) throws IOException {
        this.printer = printer;
        this.clock = clock;
        this.waiting = Files.createDirectories(folder.resolve("waiting"));
        this.printing = Files.createDirectories(folder.resolve("printing"));
        this.done = Files.createDirectories(folder.resolve("done"));
    }

    /** Opens a printer's folder; what was being printed when the bridge last stopped is uncertain now. */
    public static Spool open(String printer, Path folder, Clock clock) throws IOException {
        Spool spool = new Spool(printer, folder, clock);
        for (Path interrupted : spool.filesIn(spool.printing)) {
            spool.remember(interrupted, JobState.UNCERTAIN);
        }
        spool.line.addAll(spool.filesIn(spool.waiting));
        spool.forgetOld();
        return spool;
    }

    /** Takes a job; one that is known already is not taken again. Empty when it was. */
    synchronized Optional<Job> add(UUID id, byte[] document) throws IOException {
        String hash = sha256(document);
        Optional<String> known = fingerprintOf(id);
        if (known.isPresent()) {
            if (!known.get().equals(hash)) {
                throw new Refused(
                        Refused.Reason.ALREADY_STORED_DIFFERENTLY, "Job " + id + " is known with another document.");
            }
            return Optional.empty();
        }
        if (line.size() >= MOST_WAITING) {
            throw new Refused(
                    Refused.Reason.QUEUE_FULL, MOST_WAITING + " jobs wait for printer " + printer + " already.");
        }
        // Named by the time of arrival, so that the order survives a restart.
        last = Math.max(last + 1, clock.millis() * 1_000);
        Path file = waiting.resolve(String.format(Locale.ROOT, "%019d_%s_%s", last, id, hash));
        Path draft = waiting.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, document, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        line.addLast(file);
        return Optional.of(new Job(id, printer, JobState.WAITING));
    }

    synchronized Optional<Job> find(UUID id) throws IOException {
        for (Path file : line) {
            if (idOf(file).equals(id)) {
                return Optional.of(new Job(id, printer, JobState.WAITING));
            }
        }
        for (Path file : filesIn(printing)) {
            if (idOf(file).equals(id)) {
                return Optional.of(new Job(id, printer, JobState.WAITING));
            }
        }
        Path ended = done.resolve(id.toString());
        if (!Files.exists(ended)) {
            return Optional.empty();
        }
        return Optional.of(
                new Job(id, printer, JobState.valueOf(Files.readString(ended).split(" ")[0])));
    }

    synchronized int waiting() {
        return line.size();
    }

    /** The next document, out of the waiting line; from here on it counts as begun. */
    synchronized Optional<Begun> begin() throws IOException {
        Path next = line.peekFirst();
        if (next == null) {
            return Optional.empty();
        }
        Path begun = Files.move(next, printing.resolve(next.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        line.removeFirst();
        return Optional.of(new Begun(begun));
    }

    /** A document that was taken out of the line and whose end is not known yet. */
    final class Begun {

        private final Path file;

        private Begun(Path file) {
            this.file = file;
        }

        byte[] document() throws IOException {
            return Files.readAllBytes(file);
        }

        void ended(JobState state) throws IOException {
            remember(file, state);
        }

        /** Nothing of it was printed: it is the next again. */
        void putBack() throws IOException {
            synchronized (Spool.this) {
                line.addFirst(Files.move(file, waiting.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE));
            }
        }
    }

    private synchronized void remember(Path file, JobState state) throws IOException {
        Path ended = done.resolve(idOf(file).toString());
        Files.writeString(
                ended,
                state + " " + hashOf(file),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.delete(file);
    }

    private Optional<String> fingerprintOf(UUID id) throws IOException {
        List<Path> open = new ArrayList<>(line);
        open.addAll(filesIn(printing));
        for (Path file : open) {
            if (idOf(file).equals(id)) {
                return Optional.of(hashOf(file));
            }
        }
        Path ended = done.resolve(id.toString());
        return Files.exists(ended) ? Optional.of(Files.readString(ended).split(" ")[1]) : Optional.empty();
    }

    private List<Path> filesIn(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (entry.getFileName().toString().endsWith(".new")) {
                    Files.delete(entry);
                } else {
                    files.add(entry);
                }
            }
        }
        Collections.sort(files);
        return files;
    }

    private void forgetOld() throws IOException {
        FileTime limit = FileTime.from(clock.instant().minus(REMEMBERED));
        for (Path ended : filesIn(done)) {
            if (Files.getLastModifiedTime(ended).compareTo(limit) < 0) {
                Files.delete(ended);
            }
        }
    }

    private static UUID idOf(Path file) {
        return UUID.fromString(file.getFileName().toString().split("_")[1]);
    }

    private static String hashOf(Path file) {
        return file.getFileName().toString().split("_")[2];
    }

    private static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
