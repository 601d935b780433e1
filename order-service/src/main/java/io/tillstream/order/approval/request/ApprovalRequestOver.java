package io.tillstream.order.approval.request;

import io.tillstream.platform.web.Failure;

/** Too late: it was decided, taken back, or nobody had answered in time. */
class ApprovalRequestOver extends Failure {
    ApprovalRequestOver(ApprovalRequest request) {
        super(
                Kind.CONFLICT,
                "approval-request-over",
                switch (request.state()) {
                    case APPROVED -> request.decidedByName() + " approved it already.";
                    case REFUSED -> request.decidedByName() + " refused it already.";
                    case CANCELLED -> "The till took its request back.";
                    case EXPIRED, WAITING -> "The till waits no longer; it has to ask again.";
                });
    }
}
