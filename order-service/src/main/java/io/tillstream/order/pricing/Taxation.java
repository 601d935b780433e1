package io.tillstream.order.pricing;

import io.tillstream.order.pricing.PricedBasket.LineTax;
import io.tillstream.order.pricing.PricedBasket.TaxGroup;
import io.tillstream.order.pricing.ReturnRule.ReversedLine;
import io.tillstream.order.pricing.TaxRule.TaxedAmount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Taxes the lines of one basket and puts lines that are taxed alike into groups. */
final class Taxation {

    private record Group(PriceBook.TaxCategory category, List<TaxInForce> taxes, List<GoodsLine> lines) {}

    private final PriceBook.TaxMode taxMode;
    private final PriceBook.TaxRounding taxRounding;
    private final TaxRule rule;
    private final Trace trace;
    private final Map<GoodsLine, TaxedAmount> taxed = new LinkedHashMap<>();

    Taxation(PriceBook book, Rounding rounding, Trace trace) {
        this.taxMode = book.taxMode();
        this.taxRounding = book.taxRounding();
        this.rule = new TaxRule(book.taxMode(), rounding);
        this.trace = trace;
    }

    /** {@code canonical} are all lines in canonical order; it decides who gets a remainder. */
    void charge(
            List<GoodsLine> canonical,
            PriceBook.PricingStore store,
            LocalDate date,
            boolean exempt,
            Map<String, PriceBook.TaxCategory> categories) {
        Map<String, List<GoodsLine>> byCategory = new TreeMap<>();
        for (GoodsLine line : canonical) {
            byCategory
                    .computeIfAbsent(line.product().taxCategory(), id -> new ArrayList<>())
                    .add(line);
        }
        byCategory.forEach((id, lines) -> {
            PriceBook.TaxCategory category = Objects.requireNonNull(categories.get(id));
            Group group = new Group(category, TaxInForce.of(category, store, date), lines);
            if (exempt) {
                exempt(group);
            } else if (group.taxes().isEmpty()) {
                leaveUntaxed(group);
            } else if (taxRounding == PriceBook.TaxRounding.LINE) {
                chargeByLine(group);
            } else {
                chargeAsGroup(group);
            }
        });
    }

    TaxedAmount of(GoodsLine line) {
        return Objects.requireNonNull(taxed.get(line));
    }

    /** Sold and returned lines together, by category and rates. */
    List<TaxGroup> groups(List<ReversedLine> returned) {
        Map<String, TaxGroup> groups = new TreeMap<>();
        taxed.forEach((line, amount) -> enter(groups, line.product().taxCategory(), amount));
        for (ReversedLine each : returned) {
            PricedBasket.PricedLine line = each.line();
            enter(groups, each.taxCategory(), new TaxedAmount(line.net(), line.gross(), line.taxes()));
        }
        return List.copyOf(groups.values());
    }

    private void exempt(Group group) {
        for (GoodsLine line : GoodsLine.inBasketOrder(group.lines())) {
            TaxedAmount amount = rule.exempt(line.amount(), group.taxes());
            taxed.put(line, amount);
            trace.add(
                    TraceEntry.Kind.TAX,
                    "EXEMPT",
                    group.category().id(),
                    List.of(line.line().id()),
                    Map.of("removed", trace.money(line.amount().subtract(amount.net()))));
        }
    }

    private void leaveUntaxed(Group group) {
        group.lines().forEach(line -> taxed.put(line, rule.tax(line.amount(), List.of())));
        trace.add(TraceEntry.Kind.TAX, "NOT_TAXED", group.category().id(), GoodsLine.idsOf(group.lines()), Map.of());
    }

    private void chargeByLine(Group group) {
        for (GoodsLine line : GoodsLine.inBasketOrder(group.lines())) {
            TaxedAmount amount = rule.tax(line.amount(), group.taxes());
            taxed.put(line, amount);
            tell(group, List.of(line.line().id()), line.amount(), amount.taxes());
        }
    }

    private void chargeAsGroup(Group group) {
        List<BigDecimal> amounts = group.lines().stream().map(GoodsLine::amount).toList();
        BigDecimal sum = Decimals.sum(amounts);
        TaxedAmount whole = rule.tax(sum, group.taxes());
        List<TaxedAmount> shared = rule.shareOut(whole, amounts, group.taxes());
        for (int i = 0; i < shared.size(); i++) {
            taxed.put(group.lines().get(i), shared.get(i));
        }
        tell(group, GoodsLine.idsOf(group.lines()), sum, whole.taxes());
    }

    private void tell(Group group, List<String> lines, BigDecimal base, List<LineTax> taxes) {
        for (LineTax tax : taxes) {
            trace.add(
                    TraceEntry.Kind.TAX,
                    taxMode == PriceBook.TaxMode.INCLUSIVE ? "INCLUDED" : "ADDED",
                    tax.id(),
                    lines,
                    Map.of(
                            "category", group.category().id(),
                            "rate", Decimals.text(tax.rate()),
                            "base", trace.money(base),
                            "tax", trace.money(tax.tax())));
        }
    }

    private static void enter(Map<String, TaxGroup> groups, String category, TaxedAmount amount) {
        StringBuilder key = new StringBuilder(category);
        amount.taxes()
                .forEach(tax -> key.append('|').append(tax.id()).append('=').append(Decimals.text(tax.rate())));
        groups.merge(
                key.toString(),
                new TaxGroup(category, amount.taxes(), amount.net(), amount.gross()),
                Taxation::together);
    }

    private static TaxGroup together(TaxGroup one, TaxGroup other) {
        List<LineTax> taxes = new ArrayList<>();
        for (int i = 0; i < one.taxes().size(); i++) {
            LineTax tax = one.taxes().get(i);
            taxes.add(new LineTax(
                    tax.id(), tax.rate(), tax.tax().add(other.taxes().get(i).tax())));
        }
        return new TaxGroup(
                one.category(), taxes, one.net().add(other.net()), one.gross().add(other.gross()));
    }
}
