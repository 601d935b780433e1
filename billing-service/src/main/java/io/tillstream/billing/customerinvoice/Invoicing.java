package io.tillstream.billing.customerinvoice;

import io.tillstream.billing.salecopy.CopiedSale;
import io.tillstream.billing.salecopy.SaleCopies;
import io.tillstream.billing.seller.Seller;
import io.tillstream.billing.seller.Sellers;
import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Fingerprint;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues invoices for sales. */
@Service
class Invoicing {
    /** @param fresh false when the invoice was issued by an earlier request with the same content */
    record Issued(CustomerInvoice invoice, boolean fresh) {}

    private final SaleCopies sales;
    private final Sellers sellers;
    private final InvoiceSeries series;
    private final CustomerInvoices invoices;
    private final Outbox outbox;
    private final Clock clock;

    Invoicing(
            SaleCopies sales,
            Sellers sellers,
            InvoiceSeries series,
            CustomerInvoices invoices,
            Outbox outbox,
            Clock clock) {
        this.sales = sales;
        this.sellers = sellers;
        this.series = series;
        this.invoices = invoices;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public Issued issue(UUID id, InvoiceRequest request, Caller caller) {
        Optional<CustomerInvoices.Stored> known = invoices.find(id);
        if (known.isPresent()) {
            return seenBefore(known.get(), request, caller);
        }
        CopiedSale sale = sales.find(request.saleId()).orElseThrow(() -> new SaleNotKnown(request.saleId()));
        caller.mustServe(sale.storeId());
        if (sale.isDepositAlone()) {
            throw new SaleIsDeposit();
        }
        if (sale.holdsReturns()) {
            throw new SaleHoldsReturns();
        }
        Seller seller = sellers.of(sale.storeId())
                .filter(Seller::mayIssueInvoices)
                .orElseThrow(() -> new SellerIncomplete(sale.storeId()));
        return issue(id, request, sale, seller, caller);
    }

    private Issued issue(UUID id, InvoiceRequest request, CopiedSale sale, Seller seller, Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = LocalDate.ofInstant(now, seller.timeZone());
        series.lock(seller.key(), today.getYear());
        // looked up under the lock: of two requests for one sale the second sees what the first issued
        Optional<CustomerInvoices.Stored> existing = invoices.ofSale(sale.id());
        if (existing.isPresent()) {
            if (!existing.get().invoice().id().equals(id)) {
                throw new SaleAlreadyInvoiced(existing.get().invoice());
            }
            return seenBefore(existing.get(), request, caller);
        }
        InvoiceNumber number = series.next(seller.key(), today.getYear());
        CustomerInvoice invoice = CustomerInvoice.of(id, number, seller, request.billTo(), sale, today, now);
        invoices.add(invoice, number, Fingerprint.of(request), caller.subject());
        outbox.append(CustomerInvoiceIssued.of(invoice).event());
        return new Issued(invoice, true);
    }

    private static Issued seenBefore(CustomerInvoices.Stored stored, InvoiceRequest request, Caller caller) {
        caller.mustServe(stored.invoice().storeId());
        Fingerprint.mustMatch(stored.fingerprint(), request);
        return new Issued(stored.invoice(), false);
    }
}
