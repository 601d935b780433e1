package io.tillstream.journal;

import io.tillstream.journal.Flaw.Kind;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the journal of one device from its first entry to its last and names everything that is not as the device left it: an
 * entry that was changed, is missing, was put in, moved, or signed anew. It also holds the journal against what others say of
 * it: the next devices of the till, and daily roots. Signatures are checked on all processors.
 */
public final class JournalChain {

    private static final int AT_ONCE = 2_000;

    private final EntryCheck check;
    private final JournalDevice device;
    private final Map<Long, List<Witness>> witnesses;
    private final OptionalLong followedTo;
    private final Consumer<Flaw> flaws;
    private final List<SignedEntry> waiting = new ArrayList<>(AT_ONCE);
    private final Gaps gaps = new Gaps();
    private long entries;
    private long number;
    private String hash = Sha256.NOTHING;
    private boolean knownBefore = true;
    /** The device has not signed the last entry; the next one will tell what was done to it. */
    private boolean unsigned;

    private boolean rootDenied;
    private long afterSuccessor;

    /**
     * @param successions what the first entries of other devices say; those that do not follow this one are left out
     * @param heads what daily roots say; those of other devices are left out
     * @param flaws is told what is wrong
     * @throws GeneralSecurityException when the device's key is none
     */
    public JournalChain(
            JournalDevice device, List<Succession> successions, List<RootedHead> heads, Consumer<Flaw> flaws)
            throws GeneralSecurityException {
        this.device = device;
        this.flaws = flaws;
        this.check = new EntryCheck(device);
        List<Succession> later = successions.stream()
                .filter(each -> each.follows().device().equals(device.device()))
                .sorted(Comparator.comparingInt(Succession::epoch))
                .toList();
        List<RootedHead> own = heads.stream()
                .filter(head -> head.device().equals(device.device()))
                .toList();
        this.followedTo = later.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(later.getFirst().follows().number());
        this.witnesses = Stream.concat(
                        later.stream().map(Witness::of), own.stream().map(Witness::of))
                .collect(Collectors.groupingBy(Witness::number, LinkedHashMap::new, Collectors.toList()));
        compareKey(own);
    }

    private void compareKey(List<RootedHead> heads) {
        String key = Sha256.hex(Base64.getDecoder().decode(device.publicKey()));
        heads.stream()
                .filter(head -> !head.key().equals(key))
                .findFirst()
                .ifPresent(head -> tell(
                        Kind.OTHER_KEY, head.number(), "it has another key than in the daily root of " + head.day()));
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
        settleUnsigned();
        gaps.forEach((from, until) -> missing(from, until, ""));
        witnesses.values().stream()
                .map(List::getFirst)
                .filter(each -> each.number() > number)
                .max(Comparator.comparingLong(Witness::number))
                .ifPresent(each -> missing(number + 1, each.number(), ": " + each.words() + " entry " + each.number()));
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
        if (entry.number() <= 0) {
            settleUnsigned();
            knownBefore = false;
            tell(Kind.NOT_READABLE, entries, "the " + entries + ". line is no entry of a journal");
            return;
        }
        entry.troubles().forEach(each -> tell(each.kind(), entry.number(), name(entry.number()) + " " + each.words()));
        if (entry.number() <= number) {
            outOfPlace(entry);
            return;
        }
        if (entry.number() > number + 1) {
            settleUnsigned();
            gaps.add(number + 1, entry.number() - 1);
        } else if (entry.number() == 1) {
            first(entry);
        } else if (knownBefore) {
            compareWithBefore(entry);
        }
        compareWithWitnesses(entry);
        number = entry.number();
        hash = entry.hash();
        knownBefore = true;
        unsigned = !entry.signed();
    }

    private void outOfPlace(CheckedEntry entry) {
        if (gaps.fill(entry.number())) {
            tell(
                    Kind.MOVED,
                    entry.number(),
                    name(entry.number()) + " stands behind entry " + number + ": it was swapped or moved");
            compareWithWitnesses(entry);
        } else {
            tell(
                    Kind.PUT_IN,
                    entry.number(),
                    "a second entry " + entry.number() + " stands behind entry " + number + ": it was put in");
        }
        if (!entry.signed()) {
            notSigned(entry.number());
        }
    }

    private void first(CheckedEntry entry) {
        FollowedEntry before = device.follows();
        if (before == null) {
            if (!entry.previous().equals(Sha256.NOTHING)) {
                tell(Kind.BEGINS_ELSEWHERE, 1, "entry 1 says that something stood before it");
            }
        } else if (!entry.succession().map(Succession::follows).equals(Optional.of(before))) {
            tell(
                    Kind.BEGINS_ELSEWHERE,
                    1,
                    "entry 1 does not follow entry %d of the device before, as this one was told when it was enrolled"
                            .formatted(before.number()));
        }
    }

    private void compareWithBefore(CheckedEntry entry) {
        boolean follows = entry.previous().equals(hash);
        if (unsigned) {
            unsigned = false;
            if (follows) {
                tell(
                        Kind.SIGNED_ANEW,
                        number,
                        "%s was signed with another key; its text is the one that entry %d follows"
                                .formatted(name(number), entry.number()));
            } else {
                tell(
                        Kind.CHANGED,
                        number,
                        "%s was changed: the device has not signed it as it stands, and entry %d follows another text"
                                .formatted(name(number), entry.number()));
            }
        } else if (!follows && entry.signed()) {
            tell(
                    Kind.REPLACED,
                    number,
                    "%s is signed, but entry %d follows another text: one of both was replaced by somebody who has the key"
                            .formatted(name(number), entry.number()));
        }
    }

    private void settleUnsigned() {
        if (unsigned) {
            unsigned = false;
            notSigned(number);
        }
    }

    private void notSigned(long which) {
        tell(
                Kind.NOT_SIGNED,
                which,
                name(which) + " was not signed by the device: it was changed, or signed with another key");
    }

    /** Of daily roots only the first that says otherwise is told: all after it say the same. */
    private void compareWithWitnesses(CheckedEntry entry) {
        for (Witness each : witnesses.getOrDefault(entry.number(), List.of())) {
            boolean denied = !entry.hash().equals(each.hash());
            if (denied && !(rootDenied && each.denies() == Kind.NOT_AS_IN_ROOT)) {
                rootDenied |= each.denies() == Kind.NOT_AS_IN_ROOT;
                tell(each.denies(), entry.number(), name(entry.number()) + " is not the one that " + each.words());
            }
        }
        if (followedTo.isPresent() && entry.number() > followedTo.getAsLong()) {
            afterSuccessor++;
        }
    }

    private static String name(long number) {
        return "entry " + number;
    }

    private void missing(long from, long until, String why) {
        String what =
                from == until ? "entry " + from + " is missing" : "entries " + from + " to " + until + " are missing";
        flaws.accept(new Flaw(Kind.MISSING, device.device(), from, until, label() + what + why));
    }

    private void tell(Kind kind, long which, String words) {
        flaws.accept(Flaw.at(kind, device.device(), which, label() + words));
    }

    private String label() {
        return "till %s, device no. %d: ".formatted(device.tillId(), device.epoch());
    }
}
