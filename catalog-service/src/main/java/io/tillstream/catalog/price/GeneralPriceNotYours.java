package io.tillstream.catalog.price;

import io.tillstream.platform.web.Failure;

/** A manager of some stores tried to set a price for all. */
class GeneralPriceNotYours extends Failure {
    GeneralPriceNotYours() {
        super(
                Kind.FORBIDDEN,
                "not-your-store",
                "A price without a store counts in every store; you manage only some. Name your store, or ask a buyer.");
    }
}
