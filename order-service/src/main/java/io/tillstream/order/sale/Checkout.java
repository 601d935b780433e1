package io.tillstream.order.sale;

import io.tillstream.platform.security.Caller;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The desk where a paid sale becomes a stored fact. The customer has left with the goods, so a sale is refused only when it is
 * malformed, does not add up, or belongs to a store the caller does not serve; everything else about it that looks odd (price,
 * session, receipt number) is written down afterwards by the sale review, and the sale stands.
 */
@Service
public class Checkout {

    private final SaleJournal journal;
    private final Clock clock;

    Checkout(SaleJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Stores a sale once for ever: a resend of the same document is answered like the first, another one under its id is refused. */
    public Acceptance complete(UUID id, SaleDocument document, Caller cashier) {
        SaleForm.check(document);
        cashier.mustServe(document.storeId());
        SaleSums.check(document);
        Sale sale = Sale.completed(id, document, cashier, clock.instant());
        return journal.append(sale, cashier.roles())
                ? new Acceptance(sale.receipt(), true)
                : new Acceptance(journal.receiptOfSame(sale), false);
    }

    /** The answer to the till, and whether this call stored the sale. */
    public record Acceptance(SaleReceipt receipt, boolean first) {}
}
