package io.tillstream.journal;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the journal of one device from its first entry to its last and names everything that is not as the device left it: an
 * entry that was changed, is missing, was put in, swapped with another, or signed anew. Signatures are checked on all processors.
 */
public final class JournalChain {

    private static final int AT_ONCE = 2_000;
    /** What the first entry follows. */
    private static final String NOTHING = "0".repeat(64);

    private final EntryCheck check;
    private final String label;
    private final Consumer<String> trouble;
    private final List<SignedEntry> waiting = new ArrayList<>(AT_ONCE);
    private long entries;
    private long number;
    private String hash = NOTHING;
    private boolean knownBefore = true;

    /**
     * @param trouble is told what is wrong, a sentence each
     * @throws GeneralSecurityException when the device's key is none
     */
    public JournalChain(JournalDevice device, Consumer<String> trouble) throws GeneralSecurityException {
        this.check = new EntryCheck(device);
        this.label = "till %s, device no. %d".formatted(device.tillId(), device.epoch());
        this.trouble = trouble;
    }

    /** The next entry, as the journal was handed out. */
    public void add(SignedEntry entry) {
        waiting.add(entry);
        if (waiting.size() == AT_ONCE) {
            checkWaiting();
        }
    }

    /** How many entries there were; nothing more can be added. */
    public long end() {
        checkWaiting();
        return entries;
    }

    private void checkWaiting() {
        waiting.parallelStream().map(check::check).toList().forEach(this::follow);
        waiting.clear();
    }

    private void follow(CheckedEntry entry) {
        entries++;
        String name = entry.name().orElse("the " + entries + ". line");
        entry.troubles().forEach(each -> tell(name + " " + each));
        if (entry.number() <= 0) {
            knownBefore = false;
            return;
        }
        boolean next = entry.number() == number + 1;
        if (entry.number() <= number) {
            tell(name + " stands after entry " + number + ": it was put in or swapped");
            return;
        }
        if (!next) {
            tell(missing(number + 1, entry.number() - 1));
        } else if (knownBefore && !entry.previous().equals(hash)) {
            tell(
                    number == 0
                            ? name + " says that something stood before it"
                            : name + " does not follow entry " + number
                                    + " as it stands here: one of both was replaced");
        }
        number = entry.number();
        hash = entry.hash();
        knownBefore = true;
    }

    private static String missing(long from, long to) {
        return from == to ? "entry " + from + " is missing" : "entries " + from + " to " + to + " are missing";
    }

    private void tell(String what) {
        trouble.accept(label + ": " + what);
    }
}
