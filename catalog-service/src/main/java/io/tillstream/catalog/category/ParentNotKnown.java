package io.tillstream.catalog.category;

import io.tillstream.platform.web.Failure;
import java.util.UUID;

/** The parent does not exist. */
class ParentNotKnown extends Failure {
    ParentNotKnown(UUID parentId) {
        super(Kind.RULE_BROKEN, "category-not-known", "There is no category " + parentId + " to put this one under.");
        with("/parentId", "Create the parent first, or leave it empty.");
    }
}
