package io.tillstream.billing.customerinvoice;

import io.tillstream.platform.web.Failure;

/** What came back calls for a credit note, not for an invoice. */
final class SaleHoldsReturns extends Failure {
    SaleHoldsReturns() {
        super(
                Kind.RULE_BROKEN,
                "sale-holds-returns",
                "Goods came back in this document, and an invoice is made for sales alone. Returned goods need a credit note for"
                        + " the invoice they were sold under.");
    }
}
