package io.tillstream.platform.web;

/** An id was sent again with another body: the first one stands. */
public final class AlreadyStoredDifferently extends Failure {
    public AlreadyStoredDifferently() {
        super(
                Kind.CONFLICT,
                "already-stored-differently",
                "This id is already stored with other content. What was stored stands; send a new thing under a new id.");
    }
}
