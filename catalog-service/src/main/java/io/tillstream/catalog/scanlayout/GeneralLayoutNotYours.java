package io.tillstream.catalog.scanlayout;

import io.tillstream.platform.web.Failure;

/** A manager of some stores tried to change how all of them read labels. */
class GeneralLayoutNotYours extends Failure {
    GeneralLayoutNotYours() {
        super(
                Kind.FORBIDDEN,
                "not-your-store",
                "A layout without a store counts in every store; you manage only some. Name your store, or ask a buyer.");
    }
}
