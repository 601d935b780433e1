package io.tillstream.journal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code java -jar journal-verifier.jar [--root HASH]… FILE…}: proves exported journals and daily roots; exit 0 only when every
 * one is whole.
 */
public final class VerifyJournal {

    private static final String ROOT = "--root";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final PrintStream out;
    private final Set<String> kept;

    VerifyJournal(PrintStream out, Set<String> kept) {
        this.out = out;
        this.kept = kept;
    }

    public static void main(String... arguments) {
        Set<String> kept = new HashSet<>();
        int at = 0;
        while (at + 1 < arguments.length && arguments[at].equals(ROOT)) {
            String hash = arguments[at + 1].toLowerCase(Locale.ROOT);
            if (!HASH.matcher(hash).matches()) {
                System.err.println("A daily root that you kept is 64 digits 0-9 and a-f; this is not: " + hash);
                System.exit(2);
            }
            kept.add(hash);
            at += 2;
        }
        List<Path> files = Stream.of(arguments).skip(at).map(Path::of).toList();
        if (files.isEmpty()) {
            System.err.println("Name the exported files: java -jar journal-verifier.jar [--root HASH] FILE...");
            System.exit(2);
        }
        System.exit(new VerifyJournal(System.out, kept).areWhole(files) ? 0 : 1);
    }

    /** Journals of one till are held against each other as well, and all against daily roots. */
    boolean areWhole(List<Path> files) {
        AtomicLong flaws = new AtomicLong();
        AtomicLong ofThese = new AtomicLong();
        AtomicLong began = new AtomicLong(System.nanoTime());
        Proof proof = new Proof(
                files.stream().map(ExportFile::new).toList(),
                kept,
                flaw -> {
                    flaws.incrementAndGet();
                    ofThese.incrementAndGet();
                    out.println("  " + flaw.words());
                },
                result -> print(result, ofThese.getAndSet(0), began.getAndSet(System.nanoTime())));
        try {
            proof.run();
        } catch (IOException e) {
            out.println(e.getMessage());
            return false;
        }
        out.println(flaws.get() == 0 ? "All is as the devices left it." : flaws + " not as the devices left it.");
        return flaws.get() == 0;
    }

    private void print(Proof.Result result, long flaws, long began) {
        out.printf(
                "%s: %,d entries in %.1f s, %s%n",
                result.what(),
                result.entries(),
                (System.nanoTime() - began) / 1e9,
                flaws == 0 ? "all whole" : flaws + " wrong");
        if (result.afterSuccessor() > 0) {
            out.printf(
                    "  %,d of them came when the next device had taken its place, which proves nothing of them%n",
                    result.afterSuccessor());
        }
    }
}
