package io.tillstream.order.store;

import io.tillstream.platform.web.Failure;

/** A foreign currency is none, is the store's own, or has two rates. */
class ForeignCashNotClear extends Failure {

    ForeignCashNotClear(String currency, int position) {
        super(
                Kind.MALFORMED,
                "malformed-request",
                currency
                        + " cannot be taken as foreign cash: each currency has one rate, and the store's own has none.");
        with("/foreignCash/" + position + "/currency", "An ISO 4217 code, listed once, that is not the store's own.");
    }
}
