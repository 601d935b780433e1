package io.tillstream.order.till;

import io.tillstream.platform.web.Failure;

/** Somebody else has closed the session with another count, which stands. */
class TillSessionClosedBefore extends Failure {

    TillSessionClosedBefore(TillSession session, TillClosing closing) {
        super(
                Kind.CONFLICT,
                "till-session-closed-before",
                "Drawer " + session.drawer() + " of till " + session.tillId() + " was closed at " + closing.closedAt()
                        + " by " + closing.closedByName() + " with "
                        + closing.countedCash().toPlainString() + "; that closing stands.");
    }
}
