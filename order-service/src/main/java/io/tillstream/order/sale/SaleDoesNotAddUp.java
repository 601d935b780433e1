package io.tillstream.order.sale;

import io.tillstream.platform.web.Failure;

/** The document's sums contradict each other. */
class SaleDoesNotAddUp extends Failure {

    SaleDoesNotAddUp() {
        super(Kind.RULE_BROKEN, "sale-does-not-add-up", "The sums of the sale contradict each other; see errors.");
    }
}
