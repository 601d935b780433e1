package io.tillstream.platform.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Topics that did not take an event lately. Used by the relay's thread alone. */
final class HeldTopics {
    private static final Logger log = LoggerFactory.getLogger(HeldTopics.class);

    private final Duration pause;
    private final Map<String, Long> until = new HashMap<>();
    private final Set<String> reported = new HashSet<>();

    HeldTopics(Duration pause) {
        this.pause = pause;
    }

    /** Logged once until the topic has been quiet for a whole pause. */
    void hold(String topic, String reason) {
        until.put(topic, System.nanoTime() + pause.toNanos());
        if (reported.add(topic)) {
            log.warn("Events for {} wait in the outbox, trying again every {} s: {}", topic, pause.toSeconds(), reason);
        }
    }

    /** Those to leave alone now; the ones whose time is over are tried again. */
    Set<String> now() {
        long now = System.nanoTime();
        reported.retainAll(until.keySet());
        until.values().removeIf(end -> end - now <= 0);
        return until.keySet();
    }
}
