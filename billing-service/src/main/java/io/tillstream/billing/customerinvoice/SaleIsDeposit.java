package io.tillstream.billing.customerinvoice;

import io.tillstream.platform.web.Failure;

/** Nothing was sold yet. */
final class SaleIsDeposit extends Failure {
    SaleIsDeposit() {
        super(
                Kind.RULE_BROKEN,
                "sale-is-deposit",
                "This is a deposit for goods that are set aside. The invoice is made for the sale with which they are collected, and"
                        + " says what was paid before; invoices for advances are not made here.");
    }
}
