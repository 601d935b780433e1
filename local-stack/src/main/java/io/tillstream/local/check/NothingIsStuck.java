package io.tillstream.local.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** At rest nothing waits to be sent or read, and no event was given up. */
final class NothingIsStuck implements Invariant {

    private final Queues queues;

    NothingIsStuck(Queues queues) {
        this.queues = queues;
    }

    @Override
    public String name() {
        return "nothing-is-stuck";
    }

    @Override
    public String promise() {
        return "outboxes are empty, consumers have read everything, dead-letter topics are empty";
    }

    @Override
    public Verdict check(Databases databases) throws Exception {
        List<String> violations = new ArrayList<>();
        long checked = collect(violations, queues.unsent(), "%s: %d events in the outbox")
                + collect(violations, queues.unread(), "group %s: %d events not read")
                + collect(violations, queues.deadLetters(), "%s: %d events given up");
        return Verdict.of(checked, violations);
    }

    static long collect(List<String> violations, Map<String, Long> counts, String words) {
        counts.forEach((who, count) -> {
            if (count != 0) {
                violations.add(words.formatted(who, count));
            }
        });
        return counts.size();
    }
}
