package io.tillstream.order.pricecheck;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a sale waits for news of the catalog before its comparison is final. News comes over several topics, so one of them may
 * be late although another has brought the version.
 *
 * @param settling a sale that differs, although news of its version has come
 * @param unheard a sale that agrees, but names a version of which no news has come: time alone makes versions too
 * @param longest a sale that differs and names such a version
 */
@ConfigurationProperties("tillstream.order.price-check")
record Patience(
        @DefaultValue("30s") Duration settling,
        @DefaultValue("1m") Duration unheard,
        @DefaultValue("1h") Duration longest) {

    private static final Duration SHORTEST = Duration.ofSeconds(5);

    Duration bound(boolean heard, boolean agrees) {
        if (heard) {
            return agrees ? Duration.ZERO : settling;
        }
        return agrees ? unheard : longest;
    }

    /** Ever longer, but not past the bound. */
    Duration untilNextTry(Duration waited, Duration bound) {
        Duration next = waited.compareTo(SHORTEST) < 0 ? SHORTEST : waited;
        Duration left = bound.minus(waited);
        return next.compareTo(left) < 0 ? next : left;
    }
}
