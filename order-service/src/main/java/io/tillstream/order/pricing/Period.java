package io.tillstream.order.pricing;

import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a moment on, until another: the first belongs to it, the second does not. */
final class Period {

    private Period() {}

    static @Nullable Refusal refusal(@Nullable LocalDateTime from, @Nullable LocalDateTime until, LocalDateTime at) {
        if (from != null && at.isBefore(from)) {
            return new Refusal("NOT_YET_VALID", Map.of("from", Trace.moment(from)));
        }
        if (until != null && !at.isBefore(until)) {
            return new Refusal("NO_LONGER_VALID", Map.of("until", Trace.moment(until)));
        }
        return null;
    }
}
