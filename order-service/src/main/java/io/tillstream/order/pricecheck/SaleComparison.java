package io.tillstream.order.pricecheck;

import static io.tillstream.order.pricecheck.LineComparison.money;
import static io.tillstream.order.pricecheck.LineComparison.plain;

import io.tillstream.order.pricecheck.LineFigures.Taken;
import io.tillstream.order.pricecheck.Recomputation.Recomputed;
import io.tillstream.order.pricing.PricedBasket;
import io.tillstream.order.pricing.PricedBasket.LineDiscount;
import io.tillstream.order.pricing.PricedBasket.LineTax;
import io.tillstream.order.pricing.PricedBasket.PricedLine;
import io.tillstream.order.pricing.PricedBasket.TaxGroup;
import io.tillstream.order.pricing.PricingFailure;
import io.tillstream.order.sale.LineKind;
import io.tillstream.order.sale.SaleLine;
import io.tillstream.order.sale.TaxShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sale as it was charged beside what it comes to. */
record SaleComparison(
        PricedSale sale,
        String currency,
        List<LineComparison> lines,
        @Nullable PricedBasket computed,
        @Nullable PricingFailure failure) {

    /** Something that differs; line 0 is the sale as a whole. */
    record Difference(int lineNo, String detail) {}

    private record TaxKey(String category, BigDecimal rate) implements Comparable<TaxKey> {
        static TaxKey of(String category, BigDecimal rate) {
            return new TaxKey(category, rate.stripTrailingZeros());
        }

        @Override
        public int compareTo(TaxKey other) {
            int byCategory = category.compareTo(other.category);
            return byCategory == 0 ? rate.compareTo(other.rate) : byCategory;
        }
    }

    static SaleComparison of(
            PricedSale sale, String currency, Recomputed recomputed, Function<String, String> promotionNames) {
        PricedBasket basket = recomputed.basket();
        List<LineComparison> lines = new ArrayList<>();
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleLine line = sale.lines().get(i);
            lines.add(new LineComparison(
                    line,
                    charged(sale, line),
                    basket == null ? null : computed(line, basket.lines().get(i), promotionNames),
                    !recomputed.notInBook().contains(line.lineNo())));
        }
        return new SaleComparison(sale, currency, lines, basket, recomputed.failure());
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
            compareTaxes(computed, differences);
        }
        return differences;
    }

    private void compareTaxes(PricedBasket basket, List<Difference> differences) {
        Map<TaxKey, BigDecimal> charged = new TreeMap<>();
        for (TaxShare share : sale.taxes()) {
            charged.merge(TaxKey.of(share.category(), share.rate()), share.tax(), BigDecimal::add);
        }
        Map<TaxKey, BigDecimal> right = new TreeMap<>();
        for (TaxGroup group : basket.taxGroups()) {
            BigDecimal tax = group.taxes().stream().map(LineTax::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
            right.merge(TaxKey.of(categoryOf(group), rateOf(group.taxes())), tax, BigDecimal::add);
        }
        if (!same(charged, right)) {
            differences.add(new Difference(
                    0, "The till's taxes are %s, the price book's %s.".formatted(told(charged), told(right))));
        }
    }

    private static boolean same(Map<TaxKey, BigDecimal> charged, Map<TaxKey, BigDecimal> right) {
        return charged.keySet().equals(right.keySet())
                && charged.entrySet().stream().allMatch(tax -> tax.getValue().compareTo(right.get(tax.getKey())) == 0);
    }

    private String told(Map<TaxKey, BigDecimal> taxes) {
        return taxes.entrySet().stream()
                .map(tax -> "%s of %s at %s %%"
                        .formatted(
                                money(tax.getValue(), currency),
                                tax.getKey().category(),
                                plain(tax.getKey().rate())))
                .collect(Collectors.joining(" and "));
    }

    private static LineFigures charged(PricedSale sale, SaleLine line) {
        return new LineFigures(
                line.unitPrice(),
                line.discount(),
                line.amount(),
                line.taxCategory(),
                line.taxRate(),
                sale.promotionsOn(line.lineNo()).stream()
                        .map(share ->
                                new Taken(share.name(), share.promotionId().toString(), share.amount()))
                        .toList());
    }

    private static LineFigures computed(SaleLine line, PricedLine priced, Function<String, String> promotionNames) {
        return new LineFigures(
                priced.unitPrice(),
                priced.base().subtract(priced.amount()),
                priced.gross(),
                line.kind() == LineKind.RETURN || priced.taxes().isEmpty()
                        ? line.taxCategory()
                        : priced.taxes().getFirst().id(),
                rateOf(priced.taxes()),
                priced.discounts().stream()
                        .filter(discount -> discount.source() == LineDiscount.Source.PROMOTION)
                        .map(discount ->
                                new Taken(promotionNames.apply(discount.id()), discount.id(), discount.amount()))
                        .toList());
    }

    private static String categoryOf(TaxGroup group) {
        return group.taxes().isEmpty()
                ? group.category()
                : group.taxes().getFirst().id();
    }

    private static BigDecimal rateOf(List<LineTax> taxes) {
        return taxes.stream().map(LineTax::rate).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
