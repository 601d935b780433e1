package io.tillstream.order.store;

import io.tillstream.platform.web.Failure;

/** A till cannot move to another store. */
class TillStandsElsewhere extends Failure {

    TillStandsElsewhere(String till, String store) {
        super(
                Kind.CONFLICT,
                "till-stands-elsewhere",
                "Till " + till + " stands in store " + store + "; a till for another store needs an id of its own.");
    }
}
