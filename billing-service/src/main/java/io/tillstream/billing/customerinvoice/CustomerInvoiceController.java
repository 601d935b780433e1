package io.tillstream.billing.customerinvoice;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customer invoices over HTTP. */
@RestController
@RequestMapping("/api/customer-invoices")
class CustomerInvoiceController {
    private final Invoicing invoicing;
    private final CustomerInvoices invoices;
    private final InvoicePdf pdf;

    CustomerInvoiceController(Invoicing invoicing, CustomerInvoices invoices, InvoicePdf pdf) {
        this.invoicing = invoicing;
        this.invoices = invoices;
        this.pdf = pdf;
    }

    @PutMapping("/{id}")
    ResponseEntity<CustomerInvoice> issue(
            @PathVariable UUID id, @Valid @RequestBody InvoiceRequest request, Caller caller) {
        Invoicing.Issued issued = invoicing.issue(id, request, caller);
        return issued.fresh() ? Put.created(issued.invoice()) : Put.seenBefore(issued.invoice());
    }

    @GetMapping("/{id}")
    CustomerInvoice invoice(@PathVariable UUID id, Caller caller) {
        return visible(id, caller);
    }

    /** The invoice as A4 pages, the same bytes every time. */
    @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Caller caller) {
        CustomerInvoice invoice = visible(id, caller);
        String disposition = ContentDisposition.inline()
                .filename("invoice-" + invoice.number() + ".pdf")
                .build()
                .toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf.of(invoice));
    }

    /** Newest first. */
    @GetMapping
    Page<CustomerInvoice> invoices(
            Caller caller,
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable UUID saleId,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        List<CustomerInvoice> rows = invoices.list(storesFor(caller, storeId), saleId, cursor, size + 1);
        return Page.of(rows, size, last -> last.id().toString());
    }

    private CustomerInvoice visible(UUID id, Caller caller) {
        return invoices.find(id)
                .map(CustomerInvoices.Stored::invoice)
                .filter(invoice -> caller.mayServe(invoice.storeId()))
                .orElseThrow(() -> new NotFound("customer invoice " + id));
    }

    private static Set<String> storesFor(Caller caller, @Nullable String storeId) {
        if (storeId == null && caller.servesEveryStore()) {
            return Set.of();
        }
        if (storeId == null ? caller.stores().isEmpty() : !caller.mayServe(storeId)) {
            throw new NotFound("store" + (storeId == null ? "" : " \"" + storeId + "\""));
        }
        return storeId == null ? caller.stores() : Set.of(storeId);
    }
}
