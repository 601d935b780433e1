package io.tillstream.order.device;

import jakarta.validation.constraints.NotNull;

/** Whose word makes a device of a store a till without a code; shift leads and managers unless it was said otherwise. */
record EnrolmentRule(@NotNull Who who) {

    enum Who {
        LEADS,
        TILL_STAFF
    }
}
