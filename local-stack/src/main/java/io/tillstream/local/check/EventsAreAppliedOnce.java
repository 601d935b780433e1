package io.tillstream.local.check;

import io.tillstream.local.Part;
import io.tillstream.local.check.SideBySide.Side;
import java.sql.SQLException;
import java.util.List;

/** Every listener's inbox holds one row for each sale: none was passed over, none was counted twice. */
final class EventsAreAppliedOnce implements Invariant {

    /** A consumer of completed sales, under the name its inbox knows it by. */
    record Listener(Part service, String consumer) {}

    private static final List<Listener> LISTENERS = List.of(
            new Listener(Part.INVENTORY, "sold-goods"),
            new Listener(Part.FINANCE, "sale-bookkeeping"),
            new Listener(Part.BILLING, "sale-copying"),
            new Listener(Part.CUSTOMER, "salesToCustomers"),
            new Listener(Part.ORDER, "takings"),
            new Listener(Part.ORDER, "sale-review"));

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
        Side sent = new Side(
                "order",
                Part.ORDER,
                "select event_id::text, 'once' from sale where event_id is not null order by event_id");
        Verdict all = Verdict.of(0, List.of());
        for (Listener listener : LISTENERS) {
            Side applied = new Side(
                    listener.consumer() + " of " + listener.service().label(),
                    listener.service(),
                    "select event_id::text, 'once' from inbox where consumer = '" + listener.consumer()
                            + "' order by event_id");
            all = all.and(new SideBySide(sent, applied).compare(databases));
        }
        return all.and(databases.verdict(
                Part.ORDER,
                "select count(*) from sale",
                "select 'sale ' || id || ' has no event' from sale where event_id is null"));
    }
}
