package io.tillstream.order.store;

import io.tillstream.platform.web.Failure;

/** No store by this id, or none that the caller may see. */
public class UnknownStore extends Failure {

    public UnknownStore(String store) {
        super(Kind.NOT_FOUND, "store-not-found", "There is no store " + store + ".");
    }
}
