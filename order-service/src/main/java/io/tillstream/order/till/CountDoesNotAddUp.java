package io.tillstream.order.till;

import io.tillstream.platform.web.Failure;
import java.math.BigDecimal;

/** Notes and coins come to something else than the amount that is said to be in the drawer. */
class CountDoesNotAddUp extends Failure {

    CountDoesNotAddUp(BigDecimal pieces, BigDecimal amount, String pointer) {
        super(
                Kind.RULE_BROKEN,
                "count-does-not-add-up",
                "Notes and coins come to " + pieces.toPlainString() + ", not to " + amount.toPlainString() + ".");
        with(pointer, "comes to " + pieces.toPlainString());
    }
}
