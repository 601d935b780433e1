package io.tillstream.order.pricecheck;

import static io.tillstream.order.pricecheck.LineComparison.money;
import static io.tillstream.order.pricecheck.LineComparison.plain;

import io.tillstream.order.pricecheck.LineFigures.Taken;
import io.tillstream.order.pricecheck.Recomputation.Recomputed;
import io.tillstream.order.pricecheck.TaxesOfBook.TaxedAs;
import io.tillstream.order.pricing.PricedBasket;
import io.tillstream.order.pricing.PricedBasket.LineDiscount;
import io.tillstream.order.pricing.PricedBasket.PricedLine;
import io.tillstream.order.pricing.PricingFailure;
import io.tillstream.order.sale.SaleLine;
import io.tillstream.order.sale.TaxShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sale as it was charged beside what it comes to. */
record SaleComparison(
        PricedSale sale,
        String currency,
        List<LineComparison> lines,
        @Nullable PricedBasket computed,
        @Nullable PricingFailure failure) {

    private static final Comparator<TaxedAs> ORDER =
            Comparator.comparing(TaxedAs::category).thenComparing(TaxedAs::rate);

    /** Something that differs; line 0 is the sale as a whole. */
    record Difference(int lineNo, String detail) {}

    static SaleComparison of(PricedSale sale, String currency, Recomputed recomputed, Recomputation book) {
        List<LineComparison> lines = new ArrayList<>();
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleLine line = sale.lines().get(i);
            lines.add(new LineComparison(
                    line,
                    charged(sale, line, saysTax(sale, line, recomputed)),
                    computed(sale, i, recomputed, book),
                    !recomputed.notInBook().contains(line.lineNo())));
        }
        return new SaleComparison(sale, currency, lines, recomputed.priced(), recomputed.failure());
    }

    /** Lines first; taxes are looked at only when no line differs, because they follow from them. */
    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        if (failure != null) {
            differences.add(new Difference(
                    0,
                    "The price book (version %d) cannot price this sale: %s %s."
                            .formatted(sale.version(), failure.code(), failure.subject())));
        }
        for (LineComparison line : lines) {
            if (line.differs()) {
                differences.add(new Difference(line.line().lineNo(), line.difference(currency)));
            }
        }
        if (differences.isEmpty() && computed != null) {
            compareTaxes(differences);
        }
        return differences;
    }

    private void compareTaxes(List<Difference> differences) {
        Map<TaxedAs, BigDecimal> charged = new TreeMap<>(ORDER);
        for (TaxShare share : sale.taxes()) {
            charged.merge(new TaxedAs(share.category(), share.rate()), share.tax(), BigDecimal::add);
        }
        Map<TaxedAs, BigDecimal> right = new TreeMap<>(ORDER);
        for (LineComparison line : lines) {
            LineFigures computed = Objects.requireNonNull(line.computed());
            right.merge(computed.taxedAs(), Objects.requireNonNull(computed.tax()), BigDecimal::add);
        }
        if (!same(charged, right)) {
            differences.add(new Difference(
                    0, "The till's taxes are %s, the price book's %s.".formatted(told(charged), told(right))));
        }
    }

    private static boolean same(Map<TaxedAs, BigDecimal> charged, Map<TaxedAs, BigDecimal> right) {
        return charged.size() == right.size()
                && charged.entrySet().stream().allMatch(tax -> {
                    BigDecimal other = right.get(tax.getKey());
                    return other != null && tax.getValue().compareTo(other) == 0;
                });
    }

    private String told(Map<TaxedAs, BigDecimal> taxes) {
        return taxes.entrySet().stream()
                .map(tax -> "%s of %s at %s %%"
                        .formatted(
                                money(tax.getValue(), currency),
                                tax.getKey().category(),
                                plain(tax.getKey().rate())))
                .collect(Collectors.joining(" and "));
    }

    private static boolean saysTax(PricedSale sale, SaleLine line, Recomputed recomputed) {
        return recomputed.basket() != null
                && (sale.broughtBack().containsKey(line.lineNo())
                        || !Recomputation.takesSomethingAsCharged(sale, recomputed.basket()));
    }

    private static LineFigures charged(PricedSale sale, SaleLine line, boolean saysTax) {
        return new LineFigures(
                line.unitPrice(),
                line.discount(),
                line.amount(),
                new TaxedAs(line.taxCategory(), line.taxRate()),
                saysTax ? line.tax() : null,
                sale.promotionsOn(line.lineNo()).stream()
                        .map(share ->
                                new Taken(share.name(), share.promotionId().toString(), share.amount()))
                        .toList());
    }

    private static @Nullable LineFigures computed(
            PricedSale sale, int index, Recomputed recomputed, Recomputation book) {
        if (recomputed.priced() == null || recomputed.basket() == null) {
            return null;
        }
        PricedLine priced = recomputed.priced().lines().get(index);
        return new LineFigures(
                priced.unitPrice(),
                priced.base().subtract(priced.amount()),
                priced.gross(),
                book.taxedAs(
                        sale,
                        sale.lines().get(index),
                        recomputed.basket().lines().get(index)),
                priced.gross().subtract(priced.net()),
                priced.discounts().stream()
                        .filter(discount -> discount.source() == LineDiscount.Source.PROMOTION)
                        .map(discount -> new Taken(book.nameOf(discount.id()), discount.id(), discount.amount()))
                        .toList());
    }
}
