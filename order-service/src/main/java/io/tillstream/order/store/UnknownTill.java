package io.tillstream.order.store;

import io.tillstream.platform.web.Failure;

/** No till by this id, or none that the caller may see. */
public class UnknownTill extends Failure {

    public UnknownTill(String till) {
        super(Kind.NOT_FOUND, "till-not-found", "There is no till " + till + ".");
    }
}
