package io.tillstream.order.till;

import io.tillstream.platform.web.Failure;

/** A drawer that nobody counted is closed with a word on why. */
class ReasonNeeded extends Failure {

    ReasonNeeded() {
        super(Kind.RULE_BROKEN, "reason-needed", "Say why the drawer was not counted.");
        with("/reason", "say why the drawer was not counted");
    }
}
