package io.tillstream.order.store;

import io.tillstream.platform.web.Failure;

/** Ids of stores and tills are chosen by people and appear in addresses, so they are slugs. */
class NotASlug extends Failure {

    NotASlug(String id) {
        super(
                Kind.MALFORMED,
                "malformed-request",
                "'" + id + "' cannot be an id: use 1 to 64 lower-case letters, digits and hyphens, like berlin-1.");
    }

    static void check(String id) {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new NotASlug(id);
        }
    }
}
