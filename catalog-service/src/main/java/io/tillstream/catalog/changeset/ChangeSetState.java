package io.tillstream.catalog.changeset;

/** Where a change set stands. */
enum ChangeSetState {
    DRAFT,
    SCHEDULED,
    APPLIED,
    REVERTED
}
