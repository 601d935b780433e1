package io.tillstream.billing.customerinvoice;

import io.tillstream.platform.events.OutgoingEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An invoice was issued; body of {@code billing.customer-invoice-issued.v1}. Who it is made out to stays in billing. */
record CustomerInvoiceIssued(
        UUID id,
        String number,
        String storeId,
        UUID saleId,
        LocalDate issueDate,
        Instant issuedAt,
        String currency,
        List<CustomerInvoice.TaxGroup> taxes,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal total,
        BigDecimal due) {

    static CustomerInvoiceIssued of(CustomerInvoice invoice) {
        return new CustomerInvoiceIssued(
                invoice.id(),
                invoice.number(),
                invoice.storeId(),
                invoice.saleId(),
                invoice.issueDate(),
                invoice.issuedAt(),
                invoice.currency(),
                invoice.taxes(),
                invoice.net(),
                invoice.tax(),
                invoice.total(),
                invoice.due());
    }

    OutgoingEvent event() {
        return OutgoingEvent.of(
                "pos.billing.customer-invoice", id.toString(), "billing.customer-invoice-issued.v1", 1, issuedAt, this);
    }
}
