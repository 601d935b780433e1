package io.tillstream.order.sale.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose turn it is. A till has one batch inside at a time. Who was turned away has a place before all who come for the first time or
 * have just been served, and each is told another time; a place that nobody waits for is anybody's.
 */
class Turns {

    private static final Duration FIRST_GUESS = Duration.ofMillis(200);
    private static final Duration LATE = Duration.ofSeconds(10);
    private static final int OLD_WEIGHT = 7;

    private final BatchSettings settings;
    private final Clock clock;
    private final Set<String> inside = new HashSet<>();
    private final Map<String, Instant> expected = new LinkedHashMap<>();
    private long nanosPerBatch = FIRST_GUESS.toNanos();

    Turns(BatchSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes a till in, or says after which time it may come again. */
    synchronized Optional<Duration> enter(String till) {
        Instant now = clock.instant();
        expected.values().removeIf(until -> until.isBefore(now));
        if (inside.contains(till)) {
            return Optional.of(waitFor(1));
        }
        int free = settings.atOnce() + settings.inLine() - inside.size();
        boolean idle = inside.size() < settings.atOnce();
        int before = expected.containsKey(till) ? 0 : expected.size();
        if (idle || free > before) {
            expected.remove(till);
            inside.add(till);
            return Optional.empty();
        }
        return Optional.of(turnAway(till, now));
    }

    /** A till leaves, having been served or not. */
    synchronized void leave(String till) {
        inside.remove(till);
    }

    /** A till waited as long as anybody may, and has a place when it comes again. */
    synchronized Duration giveUp(String till) {
        return turnAway(till, clock.instant());
    }

    synchronized void served(long nanos) {
        nanosPerBatch = (nanosPerBatch * OLD_WEIGHT + nanos) / (OLD_WEIGHT + 1);
    }

    synchronized int waiting() {
        return Math.max(0, inside.size() - settings.atOnce());
    }

    synchronized int expected() {
        return expected.size();
    }

    private Duration turnAway(String till, Instant now) {
        if (!expected.containsKey(till) && expected.size() >= settings.remembered()) {
            return settings.longestRetryAfter();
        }
        expected.putIfAbsent(till, now);
        int place = 0;
        for (String each : expected.keySet()) {
            place++;
            if (each.equals(till)) {
                break;
            }
        }
        Duration wait = waitFor(inside.size() + place);
        expected.put(till, now.plus(wait.multipliedBy(2)).plus(LATE));
        return wait;
    }

    /** Until so many batches are stored; in whole seconds, because that is what is told. */
    private Duration waitFor(int batches) {
        long seconds = 1
                + Duration.ofNanos(nanosPerBatch * batches / settings.atOnce()).toSeconds();
        Duration wait = Duration.ofSeconds(seconds);
        return wait.compareTo(settings.longestRetryAfter()) < 0 ? wait : settings.longestRetryAfter();
    }
}
