package io.tillstream.order.store;

import io.tillstream.platform.web.Failure;

/** A region belongs to the country of its store. */
class RegionElsewhere extends Failure {

    RegionElsewhere(StoreDetails store) {
        super(
                Kind.MALFORMED,
                "malformed-request",
                store.region() + " is no region of " + store.country() + ": its code begins with the country's.");
        with("/region", "A region of " + store.country() + " begins with its code.");
    }
}
