package io.tillstream.order.sale;

import io.tillstream.order.sale.SaleJournal.Stored;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.AlreadyStoredDifferently;
import io.tillstream.platform.web.Failure;
import io.tillstream.platform.web.Fingerprint;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The desk where paid sales become stored facts. The customer has left with the goods, so a sale is refused only when it is
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
        return switch (completeAll(List.of(new Paid(id, document)), cashier).getFirst()) {
            case Acceptance acceptance -> acceptance;
            case Refused refused -> throw refused.failure();
        };
    }

    /** Each of them as {@link #complete} would: what is wrong with one is no other's concern. Answers in the order sent. */
    public List<Outcome> completeAll(List<Paid> sent, Caller cashier) {
        Set<UUID> seen = HashSet.newHashSet(sent.size());
        List<Checked> all =
                sent.stream().map(paid -> checked(paid, cashier, seen)).toList();
        List<Sale> sales = all.stream()
                .filter(Checked::first)
                .map(Checked::sale)
                .filter(Objects::nonNull)
                .toList();
        Set<UUID> stored = journal.append(sales, cashier.roles());
        List<UUID> before = all.stream()
                .filter(each -> each.sale() != null && !each.isIn(stored))
                .map(each -> Objects.requireNonNull(each.sale()).id())
                .toList();
        Map<UUID, Stored> known = journal.find(before);
        return all.stream().map(each -> each.outcome(stored, known)).toList();
    }

    private Checked checked(Paid paid, Caller cashier, Set<UUID> seen) {
        SaleDocument document = paid.document();
        try {
            SaleForm.check(document);
            cashier.mustServe(document.storeId());
            SaleSums.check(document);
        } catch (Failure failure) {
            return new Checked(null, failure, false);
        }
        Sale sale = Sale.completed(paid.id(), document, cashier, clock.instant());
        return new Checked(sale, null, seen.add(paid.id()));
    }

    /** A sale as it arrives. */
    public record Paid(UUID id, SaleDocument document) {}

    /** What became of a sale. */
    public sealed interface Outcome {}

    /** The answer to the till, and whether this call stored the sale. */
    public record Acceptance(SaleReceipt receipt, boolean first) implements Outcome {}

    /** The sale is not stored, and why. */
    public record Refused(Failure failure) implements Outcome {}

    /** @param first of those that are sent together under its id */
    private record Checked(@Nullable Sale sale, @Nullable Failure failure, boolean first) {

        boolean isIn(Set<UUID> stored) {
            return first && sale != null && stored.contains(sale.id());
        }

        Outcome outcome(Set<UUID> stored, Map<UUID, Stored> known) {
            if (sale == null) {
                return new Refused(Objects.requireNonNull(failure));
            }
            if (isIn(stored)) {
                return new Acceptance(sale.receipt(), true);
            }
            Stored before = Objects.requireNonNull(known.get(sale.id()));
            try {
                Fingerprint.mustMatch(before.fingerprint(), sale.document());
            } catch (AlreadyStoredDifferently differs) {
                return new Refused(differs);
            }
            return new Acceptance(sale.receipt().asRecordedAt(before.recordedAt()), false);
        }
    }
}
