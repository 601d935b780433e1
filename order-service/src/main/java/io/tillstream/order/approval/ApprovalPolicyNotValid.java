package io.tillstream.order.approval;

import io.tillstream.platform.web.Failure;

/** A rule that no till could follow. */
class ApprovalPolicyNotValid extends Failure {
    ApprovalPolicyNotValid(String pointer, String detail) {
        super(Kind.RULE_BROKEN, "approval-policy-not-valid", detail);
        with(pointer, detail);
    }
}
