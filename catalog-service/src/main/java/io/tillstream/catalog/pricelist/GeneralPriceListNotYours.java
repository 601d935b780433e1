package io.tillstream.catalog.pricelist;

import io.tillstream.platform.web.Failure;

/** A manager of some stores tried to change a list for all. */
class GeneralPriceListNotYours extends Failure {
    GeneralPriceListNotYours() {
        super(
                Kind.FORBIDDEN,
                "not-your-store",
                "A price list without stores holds in every store; you manage only some. Name your stores, or ask a buyer.");
    }
}
