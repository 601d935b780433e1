package io.tillstream.order.staff;

import io.tillstream.platform.web.Failure;

/** A PIN that anybody would try first. */
class PinTooSimple extends Failure {
    PinTooSimple() {
        super(Kind.RULE_BROKEN, "pin-too-simple", "Anybody would try this PIN first.");
        with("/pin", "Take digits that are neither all the same, nor a run, nor a pair that repeats.");
    }
}
