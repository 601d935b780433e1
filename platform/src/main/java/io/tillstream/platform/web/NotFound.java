package io.tillstream.platform.web;

/** The thing is not there, or it is not this caller's to see: both look the same from outside. */
public final class NotFound extends Failure {
    /** @param what the thing in the user's words, for instance "sale 0190…" */
    public NotFound(String what) {
        super(Kind.NOT_FOUND, "not-found", "There is no " + what + " that you can see.");
    }
}
