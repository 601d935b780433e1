package io.tillstream.order.till;

import io.tillstream.platform.web.Failure;
import java.util.UUID;

/** No session by this id, or none that the caller may see. */
class UnknownTillSession extends Failure {

    UnknownTillSession(UUID id) {
        super(Kind.NOT_FOUND, "till-session-not-found", "There is no till session " + id + ".");
    }
}
