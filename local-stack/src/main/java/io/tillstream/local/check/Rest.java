package io.tillstream.local.check;

import io.tillstream.local.Settings;
import io.tillstream.local.Trouble;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The suite at rest: everything that was accepted has reached everybody who listens. */
public final class Rest {

    private static final long PAUSE_MILLIS = 250;

    private Rest() {}

    /**
     * Waits until outboxes are empty and every consumer has read everything.
     *
     * @return false when it is not so after {@code limit}
     */
    public static boolean await(Settings settings, Duration limit) throws InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        try (Queues queues = new Queues(settings)) {
            // twice in a row: what was read just now may have caused the next event
            int quiet = 0;
            while (quiet < 2) {
                quiet = atRest(queues) ? quiet + 1 : 0;
                if (quiet < 2 && System.nanoTime() - until > 0) {
                    return false;
                }
                if (quiet < 2) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
            return true;
        }
    }

    private static boolean atRest(Queues queues) throws InterruptedException {
        try {
            return sum(queues.unsent()) == 0 && sum(queues.unread()) == 0;
        } catch (SQLException e) {
            throw new Trouble(
                    "The databases do not answer: " + e.getMessage() + ".", "Start the suite with ./till up.");
        } catch (ExecutionException e) {
            throw new Trouble("Kafka does not answer: " + e.getMessage() + ".", "Start the suite with ./till up.");
        }
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
