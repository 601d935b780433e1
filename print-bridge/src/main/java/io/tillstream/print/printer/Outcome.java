package io.tillstream.print.printer;

/** What became of a document that was handed to a printer. */
public enum Outcome {
    /** The printer took all of it. */
    TAKEN,
    /** The printer got nothing of it: it may be handed over again. */
    NOT_BEGUN,
    /** The printer went away in the middle: only the paper knows, so it is never handed over again by itself. */
    UNCERTAIN
}
