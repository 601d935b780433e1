package io.tillstream.order.sale.batch;

import io.tillstream.platform.web.Failure;
import java.time.Duration;

/** Too many tills hand in what they stored, all at once. */
class TurnedAway extends Failure {

    TurnedAway(Duration wait) {
        super(
                Kind.TOO_MANY,
                "sales-take-turns",
                "Many tills hand in stored sales just now, and they take turns. Nothing of this batch was stored: send it again"
                        + " when Retry-After says.");
        retryAfter(wait);
    }
}
