package io.tillstream.order.device;

import io.tillstream.platform.web.Failure;

/** Somebody typed wrong codes too often. */
class TooManyEnrolmentTries extends Failure {

    TooManyEnrolmentTries(long minutes) {
        super(
                Kind.FORBIDDEN,
                "too-many-enrolment-tries",
                "Too many wrong codes. Wait " + minutes + " minutes, or let a manager sign in on this device.");
    }
}
