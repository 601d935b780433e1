package io.tillstream.local;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells the person at the keyboard what is done and what is being waited for. Safe for many threads. */
public final class Progress {

    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private final Instant begin = Instant.now();
    private final Set<String> waitingFor = new LinkedHashSet<>();
    private Instant lastWord = begin;
    private String doing = "";

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** For a person when there is a terminal, for a log otherwise. */
    public static Progress onConsole() {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new Progress(System.out, terminal);
    }

    /** A step that is done: stays on the screen. */
    public synchronized void done(String step) {
        clear();
        out.printf(Locale.ROOT, "%5.1f s  %s%n", seconds(), step);
        lastWord = Instant.now();
        redraw();
    }

    /** What is going on now: replaced by the next. */
    public synchronized void doing(String what) {
        doing = what;
        if (terminal) {
            redraw();
        } else {
            out.printf(Locale.ROOT, "%5.1f s  … %s%n", seconds(), what);
            lastWord = Instant.now();
        }
    }

    /** Names a part that is being waited for. */
    public synchronized void waitFor(String part) {
        waitingFor.add(part);
        redraw();
    }

    /** The part is there. */
    public synchronized void arrived(String part, String step) {
        waitingFor.remove(part);
        done(step);
    }

    /** Called now and then while waiting, so that nobody wonders. */
    public synchronized void tick() {
        if (terminal) {
            redraw();
        } else if (!waitingFor.isEmpty()
                && Duration.between(lastWord, Instant.now()).compareTo(SILENCE) > 0) {
            out.printf(Locale.ROOT, "%5.1f s  … waiting for %s%n", seconds(), String.join(", ", waitingFor));
            lastWord = Instant.now();
        }
    }

    /** Takes the changing line away. */
    public synchronized void finish() {
        waitingFor.clear();
        doing = "";
        clear();
    }

    /** Seconds since the beginning. */
    public double seconds() {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }

    private void clear() {
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    private void redraw() {
        String line = waitingFor.isEmpty() ? doing : "waiting for " + String.join(", ", waitingFor);
        if (terminal && !line.isEmpty()) {
            String shortened = line.length() > 100 ? line.substring(0, 100) + "…" : line;
            out.printf(Locale.ROOT, "%s%5.1f s  … %s", CLEAR_LINE, seconds(), shortened);
            out.flush();
        }
    }
}
