package io.tillstream.billing.customerinvoice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Body of {@code PUT /api/customer-invoices/{id}}. */
record InvoiceRequest(@NotNull UUID saleId, @NotNull @Valid BillTo billTo) {}
