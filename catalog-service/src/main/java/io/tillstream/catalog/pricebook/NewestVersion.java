package io.tillstream.catalog.pricebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The newest version of the price book as this instance last saw it, at most a quarter of a second ago: all tills ask. */
@Component
class NewestVersion {
    private static final Duration FRESH_FOR = Duration.ofMillis(250);

    private final PriceBookReader reader;
    private final Clock clock;
    private volatile Seen seen = new Seen(new Known(0), Instant.EPOCH);

    NewestVersion(PriceBookReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    Known known() {
        Instant now = clock.instant();
        if (seen.at().plus(FRESH_FOR).isBefore(now)) {
            seen = new Seen(new Known(reader.version()), now);
        }
        return seen.version();
    }

    record Known(long version) {}

    private record Seen(Known version, Instant at) {}
}
