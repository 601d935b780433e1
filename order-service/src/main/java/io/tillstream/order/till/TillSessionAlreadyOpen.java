package io.tillstream.order.till;

import io.tillstream.platform.web.Failure;

/** One drawer, one session: the open one is closed first. */
class TillSessionAlreadyOpen extends Failure {

    TillSessionAlreadyOpen(TillSession open) {
        super(
                Kind.CONFLICT,
                "till-session-already-open",
                "Drawer " + open.drawer() + " of till " + open.tillId() + " is open since " + open.openedAt()
                        + ", opened by " + open.openedByName() + "; close that session first.");
    }
}
