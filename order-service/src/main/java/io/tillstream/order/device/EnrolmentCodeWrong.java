package io.tillstream.order.device;

import io.tillstream.platform.web.Failure;

/** No till waits for this code. */
class EnrolmentCodeWrong extends Failure {

    EnrolmentCodeWrong(int triesLeft) {
        super(
                Kind.RULE_BROKEN,
                "enrolment-code-wrong",
                "This code is wrong, was used, or is too old. Look at it once more or ask for a new one; tries left: "
                        + triesLeft + ".");
    }
}
