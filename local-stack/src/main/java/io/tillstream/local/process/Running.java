package io.tillstream.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A living process, known by its id and the instant of its start: an id alone may have been given to somebody else.
 *
 * @param version what it runs; a part whose version is no longer current is restarted
 */
public record Running(long pid, Instant startedAt, String version) {

    /** The kernel derives start times from a clock that may be adjusted in between. */
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(3);

    /** The process as it is now. */
    public static Optional<Running> of(long pid, String version) {
        return ProcessHandle.of(pid)
                .filter(Running::lives)
                .map(handle -> new Running(pid, handle.info().startInstant().orElse(Instant.EPOCH), version));
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    /** Asks it to end by a signal ({@code TERM}, {@code INT}), and ends it by force when it does not in time. */
    public void stop(String signal, Duration patience) throws InterruptedException {
        Optional<ProcessHandle> handle = handle();
        if (handle.isEmpty()) {
            return;
        }
        Programs.run("sh", "-c", "kill -" + signal + " " + pid);
        if (!endsWithin(handle.get(), patience)) {
            handle.get().destroyForcibly();
            endsWithin(handle.get(), Duration.ofSeconds(10));
        }
    }

    private static boolean endsWithin(ProcessHandle handle, Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (lives(handle)) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return true;
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(Running::lives).filter(this::isTheSame);
    }

    private boolean isTheSame(ProcessHandle handle) {
        Instant now = handle.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(startedAt, now).abs().compareTo(CLOCK_SLACK) <= 0;
    }

    /** A process that ended but was not yet collected by its parent counts as dead. */
    private static boolean lives(ProcessHandle handle) {
        if (!handle.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException noSuchFile) {
            return handle.isAlive();
        }
    }
}
