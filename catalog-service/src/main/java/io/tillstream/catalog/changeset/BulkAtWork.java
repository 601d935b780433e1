package io.tillstream.catalog.changeset;

import io.tillstream.platform.web.Failure;

/** An import or another change set is being applied. */
class BulkAtWork extends Failure {
    BulkAtWork() {
        super(
                Kind.CONFLICT,
                "import-running",
                "An import or another change set is at work; nothing was changed. Try again in a few seconds.");
    }
}
