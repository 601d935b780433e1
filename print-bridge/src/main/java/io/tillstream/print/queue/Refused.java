package io.tillstream.print.queue;

/** A job that cannot be taken; says why in words that a person at the till understands. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why; each has its own type of problem. */
    public enum Reason {
        ALREADY_STORED_DIFFERENTLY,
        QUEUE_FULL
    }

    private final Reason reason;

    Refused(Reason reason, String words) {
        super(words);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
