package io.tillstream.local.check;

import io.tillstream.local.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every listener's inbox holds one row for each sale: none was passed over, none was counted twice. */
final class EventsAreAppliedOnce implements Invariant {

    /** Who listens to completed sales, and under which name the inbox knows it. */
    static final Map<Part, String> LISTENERS = new TreeMap<>(Map.of(
            Part.INVENTORY, "sold-goods",
            Part.ORDER, "takings"));

    @Override
    public String name() {
        return "events-are-applied-once";
    }

    @Override
    public String promise() {
        return "each listener has applied the event of each sale exactly once";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        long sales = databases.number(Part.ORDER, "select count(*) from sale");
        List<String> violations = new ArrayList<>();
        for (Map.Entry<Part, String> listener : LISTENERS.entrySet()) {
            long applied = databases.number(
                    listener.getKey(), "select count(*) from inbox where consumer = '" + listener.getValue() + "'");
            if (applied != sales) {
                violations.add("%s (%s) applied %d events, there are %d sales"
                        .formatted(listener.getKey().label(), listener.getValue(), applied, sales));
            }
        }
        return Verdict.of(sales * LISTENERS.size(), violations);
    }
}
