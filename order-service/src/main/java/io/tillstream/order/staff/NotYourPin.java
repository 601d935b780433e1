package io.tillstream.order.staff;

import io.tillstream.platform.web.Failure;

/** Only the person themselves knows their PIN. */
class NotYourPin extends Failure {
    NotYourPin() {
        super(Kind.FORBIDDEN, "not-your-pin", "Everybody sets their own PIN, signed in as themselves.");
    }
}
