package io.tillstream.billing.customerinvoice;

/** A number of a seller's series, for instance 2026-000017. */
record InvoiceNumber(String sellerKey, int year, int sequence) {
    String text() {
        return "%d-%06d".formatted(year, sequence);
    }
}
