package io.tillstream.order.device;

import io.tillstream.platform.web.Failure;

/** In this store a shift lead or manager says which device is which till. */
class EnrolmentNotYours extends Failure {

    EnrolmentNotYours() {
        super(
                Kind.FORBIDDEN,
                "enrolment-not-yours",
                "In this store a shift lead or manager enrols devices. Ask one for a code, or let them sign in on this device.");
    }
}
