package io.tillstream.order.approval;

import io.tillstream.platform.web.Failure;

/** Two policies would answer for the same tills. */
class StoreHasPolicy extends Failure {
    StoreHasPolicy() {
        super(
                Kind.CONFLICT,
                "store-has-approval-policy",
                "Another active policy is for the same store. Change that one, or make it inactive first.");
    }
}
