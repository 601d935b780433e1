package io.tillstream.local.check;

import io.tillstream.journal.Flaw;
import io.tillstream.journal.RootChain;
import io.tillstream.journal.RootedHead;
import io.tillstream.local.Part;
import io.tillstream.local.check.Databases.Cursor;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The daily roots of every store, as they stand in the database. */
final class DailyRoots {

    private final Map<String, RootChain> chains = new LinkedHashMap<>();

    /** @param flaws is told what of them is wrong */
    static DailyRoots read(Databases databases, Consumer<Flaw> flaws) throws SQLException {
        DailyRoots roots = new DailyRoots();
        try (Cursor rows =
                databases.rows(Part.ORDER, "select store_id, payload from daily_root order by store_id, number")) {
            while (rows.next()) {
                String store = rows.text(1);
                roots.chains
                        .computeIfAbsent(store, id -> new RootChain(id, flaws))
                        .add(rows.text(2));
            }
        }
        return roots;
    }

    /** What they say of journals. */
    List<RootedHead> heads() {
        return chains.values().stream().flatMap(chain -> chain.heads().stream()).toList();
    }

    boolean hold(String hash) {
        return chains.values().stream().anyMatch(chain -> chain.holds(hash));
    }

    long count() {
        return chains.values().stream().mapToLong(RootChain::roots).sum();
    }

    /** Tells which journals they hold that are not among these devices' at all. */
    void mustBeThere(Set<String> devices) {
        chains.values().forEach(chain -> chain.mustBeThere(devices));
    }
}
