package io.tillstream.order.approval.request;

import io.tillstream.platform.web.Failure;

/** Nobody approves what they do themselves. */
class OwnRequest extends Failure {
    OwnRequest() {
        super(Kind.FORBIDDEN, "own-approval", "You asked for this yourself. Somebody else has to decide it.");
    }
}
