package io.tillstream.catalog.changeset;

import io.tillstream.platform.web.Failure;

/** What was asked for does not fit to where the change set stands. */
class WrongState extends Failure {
    private WrongState(String slug, String detail) {
        super(Kind.CONFLICT, slug, detail);
    }

    static WrongState notDraft(ChangeSetState state) {
        return new WrongState(
                "change-set-not-draft",
                "The change set is " + state + " and stays what it was. Revert it, or write a new one.");
    }

    static WrongState notApplied() {
        return new WrongState(
                "change-set-not-applied", "The change set is still a draft; there is nothing to take back.");
    }

    static WrongState previewOutdated() {
        return new WrongState(
                "preview-outdated",
                "Prices or products have changed since you looked. Look at the preview again, then apply it.");
    }
}
