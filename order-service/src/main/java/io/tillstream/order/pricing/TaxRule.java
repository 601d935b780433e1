package io.tillstream.order.pricing;

import io.tillstream.order.pricing.PricedBasket.LineTax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How tax comes out of an amount (prices hold it) or onto it (prices do not). */
record TaxRule(PriceBook.TaxMode taxMode, Rounding rounding) {

    /** What an amount is made of. */
    record TaxedAmount(BigDecimal net, BigDecimal gross, List<LineTax> taxes) {}

    TaxedAmount tax(BigDecimal amount, List<TaxInForce> taxes) {
        return taxed(amount, taxes, isInclusive() ? within(amount, taxes) : onTop(amount, taxes));
    }

    /** Shares each tax of a group among its lines, so that the lines' taxes add up to the group's to the last unit. */
    List<TaxedAmount> shareOut(TaxedAmount group, List<BigDecimal> amounts, List<TaxInForce> taxes) {
        BigDecimal denominator = isInclusive() ? BigDecimal.ONE.add(sumOfFactors(taxes)) : BigDecimal.ONE;
        List<List<BigDecimal>> byTax = new ArrayList<>();
        for (int i = 0; i < taxes.size(); i++) {
            BigDecimal factor = taxes.get(i).factor();
            byTax.add(Allocation.allocate(
                    group.taxes().get(i).tax(),
                    amounts.stream().map(factor::multiply).toList(),
                    denominator,
                    rounding.minorDigits()));
        }
        List<TaxedAmount> shared = new ArrayList<>();
        for (int line = 0; line < amounts.size(); line++) {
            int each = line;
            shared.add(taxed(
                    amounts.get(line),
                    taxes,
                    byTax.stream().map(parts -> parts.get(each)).toList()));
        }
        return shared;
    }

    /** What someone who is exempt pays: the net amount, whatever prices hold. */
    TaxedAmount exempt(BigDecimal amount, List<TaxInForce> taxes) {
        BigDecimal net = tax(amount, taxes).net();
        return new TaxedAmount(net, net, List.of());
    }

    /** Rounded once as a whole, then split by the rates: the parts cannot differ from the whole. */
    private List<BigDecimal> within(BigDecimal gross, List<TaxInForce> taxes) {
        BigDecimal factors = sumOfFactors(taxes);
        if (factors.signum() == 0) {
            return taxes.stream().map(tax -> BigDecimal.ZERO).toList();
        }
        BigDecimal whole = rounding.quotient(gross.multiply(factors), BigDecimal.ONE.add(factors));
        return Allocation.share(whole, taxes.stream().map(TaxInForce::factor).toList(), rounding.minorDigits());
    }

    /** Each tax is rounded by itself; a compound one counts the rounded ones before it, as a person would. */
    private List<BigDecimal> onTop(BigDecimal net, List<TaxInForce> taxes) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (TaxInForce tax : taxes) {
            amounts.add(rounding.percentOf(tax.compound() ? net.add(Decimals.sum(amounts)) : net, tax.rate()));
        }
        return amounts;
    }

    private TaxedAmount taxed(BigDecimal amount, List<TaxInForce> taxes, List<BigDecimal> taxAmounts) {
        BigDecimal tax = Decimals.sum(taxAmounts);
        List<LineTax> lineTaxes = new ArrayList<>();
        for (int i = 0; i < taxes.size(); i++) {
            lineTaxes.add(new LineTax(taxes.get(i).id(), taxes.get(i).rate(), taxAmounts.get(i)));
        }
        return isInclusive()
                ? new TaxedAmount(amount.subtract(tax), amount, lineTaxes)
                : new TaxedAmount(amount, amount.add(tax), lineTaxes);
    }

    private boolean isInclusive() {
        return taxMode == PriceBook.TaxMode.INCLUSIVE;
    }

    private static BigDecimal sumOfFactors(List<TaxInForce> taxes) {
        return Decimals.sum(taxes.stream().map(TaxInForce::factor).toList());
    }
}
