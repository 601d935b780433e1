package io.tillstream.catalog.changeset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change set as it stands: a draft that anybody who may price there can change, then what it did.
 *
 * @param appliesAt from when on it holds; null for a draft
 * @param problem why it went back to a draft when its moment came
 * @param lines what it set, of how many products and quantities; 0 for a draft
 * @param left lines that its reversal left as they were
 * @param history who brought it into which state, in order
 */
record ChangeSet(
        UUID id,
        ChangeSetTerms terms,
        ChangeSetState state,
        long version,
        Instant changedAt,
        @Nullable Instant appliesAt,
        @Nullable String problem,
        int lines,
        int left,
        List<Step> history) {

    /**
     * Somebody did something with it.
     *
     * @param by subject of the person
     */
    record Step(ChangeSetState state, Instant at, String by, String byName) {}
}
