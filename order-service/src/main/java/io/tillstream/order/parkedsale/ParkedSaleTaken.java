package io.tillstream.order.parkedsale;

import io.tillstream.platform.web.Failure;
import java.time.Instant;

/** Another till was faster. */
class ParkedSaleTaken extends Failure {

    ParkedSaleTaken(String till, String by, Instant at) {
        super(
                Kind.CONFLICT,
                "parked-sale-taken",
                "This sale was taken up on till " + till + " by " + by + " at " + at + ".");
    }
}
