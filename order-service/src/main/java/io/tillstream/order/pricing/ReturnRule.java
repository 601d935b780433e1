package io.tillstream.order.pricing;

import io.tillstream.order.pricing.BasketToPrice.ChargedFigures;
import io.tillstream.order.pricing.BasketToPrice.ChargedLine;
import io.tillstream.order.pricing.BasketToPrice.LineToPrice;
import io.tillstream.order.pricing.PricedBasket.LineDiscount;
import io.tillstream.order.pricing.PricedBasket.LineTax;
import io.tillstream.order.pricing.PricedBasket.PricedLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes back exactly what was charged, promotions and tax included: the share of everything that has come back by now, less what was
 * given back before. So the last piece takes the remainder, and all pieces together net to nothing.
 */
record ReturnRule(PriceBook.TaxMode taxMode, Rounding rounding, Trace trace) {

    /** A line that takes back what was charged, with the tax category it was charged under. */
    record ReversedLine(PricedLine line, int position, String taxCategory) {}

    ReversedLine reverse(LineToPrice line, int position, ChargedLine original) {
        List<LineTax> taxes = original.sold().taxes().stream()
                .map(tax -> new LineTax(tax.id(), tax.rate(), part(line, original, figures -> figures.taxOf(tax.id()))))
                .toList();
        BigDecimal gross = part(line, original, ChargedFigures::gross);
        BigDecimal net =
                gross.subtract(Decimals.sum(taxes.stream().map(LineTax::tax).toList()));
        BigDecimal base = part(line, original, ChargedFigures::base);
        BigDecimal amount = taxMode == PriceBook.TaxMode.EXCLUSIVE ? net : part(line, original, ChargedFigures::amount);
        BigDecimal discount = base.subtract(amount);
        List<LineDiscount> discounts = discount.signum() == 0
                ? List.of()
                : List.of(new LineDiscount(LineDiscount.Source.RETURNED, "", discount));
        trace.add(
                TraceEntry.Kind.RETURN,
                "REVERSED",
                line.product(),
                List.of(line.id()),
                Map.of(
                        "quantity", Decimals.text(line.quantity().negate()),
                        "sold", Decimals.text(original.sold().quantity()),
                        "amount", trace.money(gross)));
        return new ReversedLine(
                new PricedLine(line.id(), original.unitPrice(), base, discounts, amount, net, gross, taxes),
                position,
                original.taxCategory());
    }

    private BigDecimal part(LineToPrice line, ChargedLine original, Function<ChargedFigures, BigDecimal> of) {
        BigDecimal back = original.returned().quantity().subtract(line.quantity());
        BigDecimal due = rounding.quotient(
                of.apply(original.sold()).multiply(back), original.sold().quantity());
        return due.subtract(of.apply(original.returned())).negate();
    }
}
