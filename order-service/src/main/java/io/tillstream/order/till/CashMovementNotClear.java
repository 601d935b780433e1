package io.tillstream.order.till;

import io.tillstream.platform.web.Failure;

/** A movement of cash that nobody could explain later. */
class CashMovementNotClear extends Failure {

    CashMovementNotClear(String detail, String pointer) {
        super(Kind.RULE_BROKEN, "cash-movement-not-clear", detail);
        with(pointer, detail);
    }
}
