package io.tillstream.catalog.promotion;

import io.tillstream.platform.web.Failure;

/** A manager of some stores tried to promote in all. */
class GeneralPromotionNotYours extends Failure {
    GeneralPromotionNotYours() {
        super(
                Kind.FORBIDDEN,
                "not-your-store",
                "A promotion without stores holds in every store; you manage only some. Name your stores, or ask a buyer.");
    }
}
