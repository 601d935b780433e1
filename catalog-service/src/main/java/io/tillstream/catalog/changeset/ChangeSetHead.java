package io.tillstream.catalog.changeset;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change set in the list of all: without its selection, which may be long. */
record ChangeSetHead(
        UUID id,
        String name,
        ChangeSetTerms.Edit edit,
        ChangeSetState state,
        long version,
        Instant changedAt,
        String changedByName,
        @Nullable Instant appliesAt,
        @Nullable String problem,
        int lines,
        int left) {}
