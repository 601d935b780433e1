package io.tillstream.order.pricecheck;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.pricecheck.SaleComparison.Difference;
import io.tillstream.order.pricing.Sentences;
import io.tillstream.order.pricing.TraceEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the till charged beside what the price book says, each with its reasons. {@code state} and {@code note} are what was written
 * down; figures and reasons are made anew, with what is known now.
 *
 * @param since when a waiting sale was looked at first
 */
record PriceCheckView(
        UUID saleId,
        String currency,
        long priceBookVersion,
        State state,
        @Nullable Instant checkedAt,
        @Nullable Instant since,
        @Nullable String note,
        List<String> differences,
        List<Line> lines) {

    /** Where the comparison stands. */
    enum State {
        AGREES,
        DISAGREES,
        NOT_COMPARED,
        WAITING
    }

    /** @param computed null: the price book has no price for it */
    record Line(
            int lineNo,
            String sku,
            String name,
            BigDecimal quantity,
            boolean differs,
            @Nullable String difference,
            Side charged,
            @Nullable Side computed) {}

    /** {@code discount} is all that was taken off. */
    record Side(
            BigDecimal unitPrice,
            BigDecimal discount,
            BigDecimal amount,
            String taxCategory,
            BigDecimal taxRate,
            @Nullable BigDecimal tax,
            List<Reason> reasons) {}

    /** One decision, as data and in words. */
    record Reason(TraceEntry.Kind kind, String code, String subject, Map<String, String> parameters, String sentence) {}

    /** What was written down of a comparison. */
    record Written(
            State state,
            @Nullable Instant checkedAt,
            @Nullable Instant since,
            @Nullable String note) {}

    static PriceCheckView of(SaleComparison comparison, Written written, Sentences sentences) {
        List<TraceEntry> till = TillAccount.of(comparison.sale(), comparison.currency());
        List<TraceEntry> book = comparison.computed() == null
                ? List.of()
                : comparison.computed().trace();
        return new PriceCheckView(
                comparison.sale().id(),
                comparison.currency(),
                comparison.sale().version(),
                written.state(),
                written.checkedAt(),
                written.since(),
                written.note(),
                comparison.differences().stream()
                        .filter(difference -> difference.lineNo() == 0)
                        .map(Difference::detail)
                        .toList(),
                comparison.lines().stream()
                        .map(line -> line(line, comparison.currency(), till, book, sentences))
                        .toList());
    }

    private static Line line(
            LineComparison line, String currency, List<TraceEntry> till, List<TraceEntry> book, Sentences sentences) {
        LineFigures computed = line.inBook() ? line.computed() : null;
        return new Line(
                line.line().lineNo(),
                line.line().sku(),
                line.line().name(),
                Amounts.quantity(line.line().quantity()),
                line.differs(),
                line.differs() ? line.difference(currency) : null,
                side(line.charged(), currency, reasons(line, till, sentences)),
                computed == null ? null : side(computed, currency, reasons(line, book, sentences)));
    }

    private static Side side(LineFigures figures, String currency, List<Reason> reasons) {
        return new Side(
                Amounts.written(figures.unitPrice(), currency),
                Amounts.written(figures.discount(), currency),
                Amounts.written(figures.amount(), currency),
                figures.taxedAs().category(),
                Amounts.percent(figures.taxedAs().rate()),
                figures.tax() == null ? null : Amounts.written(figures.tax(), currency),
                reasons);
    }

    /** Those about the line, and those about the basket as a whole. */
    private static List<Reason> reasons(LineComparison line, List<TraceEntry> trace, Sentences sentences) {
        String id = Integer.toString(line.line().lineNo());
        return trace.stream()
                .filter(entry -> entry.lines().isEmpty() || entry.lines().contains(id))
                .map(entry -> new Reason(
                        entry.kind(), entry.code(), entry.subject(), entry.parameters(), sentences.of(entry)))
                .toList();
    }
}
