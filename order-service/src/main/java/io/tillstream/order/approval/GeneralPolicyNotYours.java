package io.tillstream.order.approval;

import io.tillstream.platform.web.Failure;

/** A manager of some stores tried to decide for all of them. */
class GeneralPolicyNotYours extends Failure {
    GeneralPolicyNotYours() {
        super(
                Kind.FORBIDDEN,
                "not-your-store",
                "A policy without a store holds in every store; you manage only some. Name your store.");
    }
}
