package io.tillstream.local.trade;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/** A progress line on the terminal; where there is none, a plain line now and then. */
public final class ProgressBar {

    private static final int WIDTH = 30;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final PrintStream out;
    private final boolean terminal;
    private final String what;
    private final int total;
    private final long startedAt = System.nanoTime();
    private final long interval;
    private long shownAt;
    private long saidAt = Long.MIN_VALUE / 2;
    private int done;

    public ProgressBar(PrintStream out, String what, int total) {
        this.out = out;
        this.terminal = System.getenv("TERM") != null
                && Optional.ofNullable(System.console())
                        .map(Console::isTerminal)
                        .orElse(false);
        this.what = what;
        this.total = total;
        this.interval = (terminal ? Duration.ofMillis(200) : LONGEST_SILENCE).toNanos();
        this.shownAt = startedAt - (terminal ? interval : 0);
    }

    public synchronized void advance(String where) {
        done++;
        long now = System.nanoTime();
        if (now - shownAt >= interval || done == total) {
            shownAt = now;
            show(where, now);
        }
    }

    /** Something a person should know, at most one of them every five seconds. */
    public synchronized void say(String message) {
        long now = System.nanoTime();
        if (now - saidAt >= Duration.ofSeconds(5).toNanos()) {
            saidAt = now;
            out.print((terminal ? "\r\033[K" : "") + "  " + message + System.lineSeparator());
        }
    }

    private void show(String where, long now) {
        double seconds = Math.max((now - startedAt) / 1e9, 0.001);
        long left = Math.round((total - done) * seconds / done);
        int filled = (int) ((long) WIDTH * done / total);
        String line = "%s [%s%s] %d of %d, %s, %.0f/s, %d:%02d left"
                .formatted(
                        what,
                        "#".repeat(filled),
                        ".".repeat(WIDTH - filled),
                        done,
                        total,
                        where,
                        done / seconds,
                        left / 60,
                        left % 60);
        boolean last = done == total;
        out.print(terminal ? "\r\033[K" + line + (last ? System.lineSeparator() : "") : line + System.lineSeparator());
        out.flush();
    }
}
