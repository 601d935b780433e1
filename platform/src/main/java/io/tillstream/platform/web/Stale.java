package io.tillstream.platform.web;

/** Somebody else changed the thing since the caller read it. */
public final class Stale extends Failure {
    public Stale() {
        super(
                Kind.STALE,
                "stale",
                "Somebody changed this since you opened it. Read it again, then repeat your change.");
    }
}
