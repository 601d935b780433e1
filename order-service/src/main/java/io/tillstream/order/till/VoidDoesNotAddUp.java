package io.tillstream.order.till;

import io.tillstream.platform.web.Failure;
import java.math.BigDecimal;

/** The lines of a voided basket come to something else than it says. */
class VoidDoesNotAddUp extends Failure {

    VoidDoesNotAddUp(BigDecimal stated, BigDecimal sum) {
        super(Kind.RULE_BROKEN, "void-does-not-add-up", "The lines of the basket do not come to its total.");
        with("/total", "This is " + stated.toPlainString() + ", but the lines come to " + sum.toPlainString() + ".");
    }
}
