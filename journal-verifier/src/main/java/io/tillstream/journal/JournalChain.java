package io.tillstream.journal;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the journal of one device from its first entry to its last and names everything that is not as the device left it: an
 * entry that was changed, is missing, was put in, swapped with another, or signed anew. It also
 * holds the journal against what the next devices of the till said of it. Signatures are checked on all processors.
 */
public final class JournalChain {

    private static final int AT_ONCE = 2_000;
    /** What the first entry follows. */
    private static final String NOTHING = "0".repeat(64);

    private final EntryCheck check;
    private final JournalDevice device;
    private final List<Succession> later;
    private final String label;
    private final Consumer<String> trouble;
    private final List<SignedEntry> waiting = new ArrayList<>(AT_ONCE);
    private long entries;
    private long number;
    private String hash = NOTHING;
    private boolean knownBefore = true;
    private long afterSuccessor;

    /**
     * @param successions what the first entries of other devices say; those that do not follow this one are left out
     * @param trouble is told what is wrong, a sentence each
     * @throws GeneralSecurityException when the device's key is none
     */
    public JournalChain(JournalDevice device, List<Succession> successions, Consumer<String> trouble)
            throws GeneralSecurityException {
        this.device = device;
        this.later = successions.stream()
                .filter(each -> each.follows().device().equals(device.device()))
                .sorted(Comparator.comparingInt(Succession::epoch))
                .toList();
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
        later.stream()
                .filter(each -> each.follows().number() > number)
                .max(Comparator.comparingLong(each -> each.follows().number()))
                .ifPresent(each -> tell("%s: device no. %d followed entry %d"
                        .formatted(
                                missing(number + 1, each.follows().number()),
                                each.epoch(),
                                each.follows().number())));
        return entries;
    }

    /** How many entries came when the next device had taken this one's place: it proves nothing of them. */
    public long afterSuccessor() {
        return afterSuccessor;
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
        } else if (number == 0) {
            first(entry);
        } else if (knownBefore && !entry.previous().equals(hash)) {
            tell(name + " does not follow entry " + number + " as it stands here: one of both was replaced");
        }
        compareWithSuccessors(entry);
        number = entry.number();
        hash = entry.hash();
        knownBefore = true;
    }

    private void first(CheckedEntry entry) {
        FollowedEntry before = device.follows();
        if (before == null) {
            if (!entry.previous().equals(NOTHING)) {
                tell("entry 1 says that something stood before it");
            }
        } else if (!entry.succession().map(Succession::follows).equals(Optional.of(before))) {
            tell("entry 1 does not follow entry %d of the device before, as this one was told when it was enrolled"
                    .formatted(before.number()));
        }
    }

    private void compareWithSuccessors(CheckedEntry entry) {
        for (Succession each : later) {
            if (entry.number() == each.follows().number()
                    && !entry.hash().equals(each.follows().hash())) {
                tell("entry " + entry.number() + " is not the one that device no. " + each.epoch() + " followed");
            }
        }
        if (!later.isEmpty() && entry.number() > later.getFirst().follows().number()) {
            afterSuccessor++;
        }
    }

    private static String missing(long from, long to) {
        return from == to ? "entry " + from + " is missing" : "entries " + from + " to " + to + " are missing";
    }

    private void tell(String what) {
        trouble.accept(label + ": " + what);
    }
}
