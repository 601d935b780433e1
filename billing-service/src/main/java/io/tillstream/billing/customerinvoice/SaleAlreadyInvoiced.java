package io.tillstream.billing.customerinvoice;

import io.tillstream.platform.web.Failure;

/** A sale is invoiced once. */
final class SaleAlreadyInvoiced extends Failure {
    SaleAlreadyInvoiced(CustomerInvoice existing) {
        super(
                Kind.CONFLICT,
                "sale-already-invoiced",
                "Invoice " + existing.number() + " was issued for this sale on " + existing.issueDate()
                        + ". Print it again from " + "/api/customer-invoices/" + existing.id() + "/pdf.");
    }
}
