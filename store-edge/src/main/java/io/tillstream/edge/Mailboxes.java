package io.tillstream.edge;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of this relay: one for each key that its store's tills had. Whoever knows a box's name may use it; the name is made
 * of the key and can't be guessed.
 */
final class Mailboxes {

    /** Enough for a store whose key has changed often; a relay serves one store, or a few. */
    static final int MOST_BOXES = 16;

    static final int MOST_LETTERS = 500;
    static final int LONGEST_LETTER = 256 * 1024;
    static final long MOST_CHARACTERS = 8L << 20;
    static final Duration KEPT = Duration.ofDays(7);

    private final Path folder;
    private final Clock clock;
    private final Map<String, Box> boxes = new TreeMap<>();

    private Mailboxes(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** What a box holds: how its tills are, and the sales that they have parked. */
    record Content(Collection<Letter> tills, Collection<Letter> parked) {}

    private record Box(Shelf tills, Shelf parked) {

        @Nullable
        Letter find(String id) {
            @Nullable Letter state = tills.find(id);
            return state == null ? parked.find(id) : state;
        }

        long length() {
            return tills.length() + parked.length();
        }

        int size() {
            return tills.size() + parked.size();
        }
    }

    static Mailboxes open(Path folder, Clock clock) throws IOException {
        Mailboxes mailboxes = new Mailboxes(Files.createDirectories(folder), clock);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path entry : entries) {
                mailboxes.boxes.put(entry.getFileName().toString(), box(entry));
            }
        }
        return mailboxes;
    }

    private static Box box(Path folder) throws IOException {
        return new Box(Shelf.open(folder.resolve("tills")), Shelf.open(folder.resolve("parked")));
    }

    /** A box that nobody has put anything into is empty. */
    synchronized Content content(String name) throws IOException {
        forgetOld();
        @Nullable Box box = boxes.get(name);
        return box == null
                ? new Content(List.of(), List.of())
                : new Content(box.tills().all(), box.parked().all());
    }

    synchronized void tellState(String name, String till, String sealed) throws IOException {
        Shelf tills = roomIn(name, till, sealed.length()).tills();
        tills.put(Letter.waiting(till, clock.instant(), sealed));
    }

    /** Puts a parked sale in, once; one that was taken stays taken. */
    synchronized Letter park(String name, String id, String sealed) throws IOException {
        Shelf parked = roomIn(name, id, sealed.length()).parked();
        @Nullable Letter known = parked.find(id);
        if (known != null && known.takenBy() != null) {
            return known;
        }
        Letter letter = Letter.waiting(id, clock.instant(), sealed);
        parked.put(letter);
        return letter;
    }

    /** The first till gets it, for ever; it may ask again. What was never put in is taken all the same, and never appears. */
    synchronized Letter take(String name, String id, String by, String claim) throws IOException {
        Shelf parked = roomIn(name, id, claim.length()).parked();
        @Nullable Letter known = parked.find(id);
        if (known != null && known.takenBy() != null) {
            return known;
        }
        Letter taken = Letter.taken(id, clock.instant(), by, claim);
        parked.put(taken);
        return taken;
    }

    private Box roomIn(String name, String id, int length) throws IOException {
        if (length > LONGEST_LETTER) {
            throw new Refused(413, "too-large", "At most " + LONGEST_LETTER + " characters are kept of one thing.");
        }
        forgetOld();
        @Nullable Box box = boxes.get(name);
        @Nullable Letter replaced = box == null ? null : box.find(id);
        long kept = boxes.values().stream().mapToLong(Box::length).sum() - (replaced == null ? 0 : replaced.length());
        boolean full = kept + length > MOST_CHARACTERS
                || (box == null && boxes.size() >= MOST_BOXES)
                || (box != null && replaced == null && box.size() >= MOST_LETTERS);
        if (full) {
            throw new Refused(507, "relay-full", "The relay is full; what is older than a week leaves by itself.");
        }
        if (box == null) {
            box = box(folder.resolve(name));
            boxes.put(name, box);
        }
        return box;
    }

    private void forgetOld() throws IOException {
        Instant limit = clock.instant().minus(KEPT);
        for (Map.Entry<String, Box> entry : Map.copyOf(boxes).entrySet()) {
            Box box = entry.getValue();
            box.tills().forgetBefore(limit);
            box.parked().forgetBefore(limit);
            if (box.size() == 0) {
                remove(folder.resolve(entry.getKey()));
                boxes.remove(entry.getKey());
            }
        }
    }

    private static void remove(Path box) throws IOException {
        for (String part : List.of("tills", "parked")) {
            try (DirectoryStream<Path> drafts = Files.newDirectoryStream(box.resolve(part))) {
                for (Path draft : drafts) {
                    Files.delete(draft);
                }
            }
            Files.delete(box.resolve(part));
        }
        Files.delete(box);
    }
}
