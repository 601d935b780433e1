package io.tillstream.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillstream.journal.Flaw.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the daily roots of one store from the first to the last: each holds the one before, and no less of any journal. What they
 * say of journals is for {@link JournalChain} to compare.
 */
public final class RootChain {

    private static final String FORMAT = "tillstream-daily-root-1";

    private final String storeId;
    private final Set<String> hashes = new HashSet<>();
    private final Consumer<Flaw> flaws;
    private final List<RootedHead> heads = new ArrayList<>();
    private Map<String, RootedHead> last = new LinkedHashMap<>();
    private long roots;
    private long number;
    private String hash = Sha256.NOTHING;

    public RootChain(String storeId, Consumer<Flaw> flaws) {
        this.storeId = storeId;
        this.flaws = flaws;
    }

    /** The next root, as they were handed out. */
    public void add(String payload) {
        roots++;
        String itsHash = Sha256.hex(payload);
        hashes.add(itsHash);
        JsonNode says = EntryCheck.read(payload);
        long itsNumber = EntryCheck.numberOf(says);
        if (itsNumber <= 0
                || !says.path("format").asText().equals(FORMAT)
                || !says.path("storeId").asText().equals(storeId)
                || !EntryCheck.isCanonical(payload)) {
            tell(Kind.ROOT_NOT_READABLE, roots, "the " + roots + ". line is no daily root of this store");
            return;
        }
        if (itsNumber > number + 1) {
            flaws.accept(new Flaw(
                    Kind.ROOT_MISSING,
                    storeId,
                    number + 1,
                    itsNumber - 1,
                    label() + ": " + missing(number + 1, itsNumber - 1)));
        } else if (itsNumber <= number || !says.path("previous").asText().equals(hash)) {
            tell(
                    Kind.ROOT_BROKEN,
                    itsNumber,
                    "root " + itsNumber + " does not follow root " + number + " as it stands here");
        }
        number = itsNumber;
        hash = itsHash;
        compareHeads(says);
    }

    private void compareHeads(JsonNode says) {
        Map<String, RootedHead> now = new LinkedHashMap<>();
        for (JsonNode each : says.path("heads")) {
            RootedHead head = new RootedHead(
                    each.path("device").asText(),
                    each.path("number").asLong(),
                    each.path("hash").asText(),
                    each.path("key").asText(),
                    says.path("businessDate").asText());
            now.put(head.device(), head);
        }
        last.values().stream()
                .filter(before -> forgotten(before, now.get(before.device())))
                .forEach(before -> tell(
                        Kind.ROOT_FORGETS,
                        number,
                        "root %d holds less or another journal of device %s than the one before, which held entry %d"
                                .formatted(number, before.device(), before.number())));
        heads.addAll(now.values());
        last = now;
    }

    private static boolean forgotten(RootedHead before, @Nullable RootedHead now) {
        return now == null
                || now.number() < before.number()
                || !now.key().equals(before.key())
                || (now.number() == before.number() && !now.hash().equals(before.hash()));
    }

    /** What they say of each journal, the oldest first. */
    public List<RootedHead> heads() {
        return heads;
    }

    /** Whether the root with this hash is among them. */
    public boolean holds(String rootHash) {
        return hashes.contains(rootHash);
    }

    /** How many there were. */
    public long roots() {
        return roots;
    }

    /** Tells which journals that roots hold are not among those that were read. */
    public void mustBeThere(Set<String> devices) {
        last.values().stream()
                .filter(head -> !devices.contains(head.device()))
                .forEach(head -> flaws.accept(Flaw.at(
                        Kind.JOURNAL_MISSING,
                        head.device(),
                        head.number(),
                        label() + ": the journal of device " + head.device() + " is missing; the root of " + head.day()
                                + " holds its entry " + head.number())));
    }

    private static String missing(long from, long until) {
        return from == until ? "root " + from + " is missing" : "roots " + from + " to " + until + " are missing";
    }

    private void tell(Kind kind, long which, String words) {
        flaws.accept(Flaw.at(kind, storeId, which, label() + ": " + words));
    }

    String label() {
        return "daily roots of " + storeId;
    }
}
