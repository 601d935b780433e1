package io.tillstream.local.check;

/** Something that is true of the whole suite whenever it is at rest, whatever was killed or resent on the way. */
interface Invariant {

    /** Stable name, e.g. {@code tenders-match-totals}. */
    String name();

    /** What holds, in one line for a person. */
    String promise();

    /** Recomputes it from the rows; looks at everything, writes nothing. */
    Verdict check(Databases databases) throws Exception;
}
