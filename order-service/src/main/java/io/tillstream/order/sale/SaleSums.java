package io.tillstream.order.sale;

import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sale adds up: line amounts from quantity, price and discount (rounded half up to the currency, the only rounding here), the
 * total from the lines and from the tax shares, and the money that stays from tenders and change: the total and what is a tip.
 */
final class SaleSums {

    private final Findings findings = new Findings(SaleDoesNotAddUp::new);

    private SaleSums() {}

    static void check(SaleDocument sale) {
        SaleSums sums = new SaleSums();
        sums.checkLines(sale);
        sums.checkTaxes(sale);
        sums.checkTenders(sale);
        if (sale.pricing() != null && sale.pricing().promotions() != null) {
            sums.checkPromotions(sale.lines(), sale.pricing().appliedPromotions());
        }
        sums.findings.throwIfAny();
    }

    private void checkLines(SaleDocument sale) {
        int decimals = Money.decimalsOf(sale.currency());
        BigDecimal sum = BigDecimal.ZERO;
        List<SaleLine> lines = sale.lines();
        for (int i = 0; i < lines.size(); i++) {
            SaleLine line = lines.get(i);
            BigDecimal amount = line.quantity()
                    .multiply(line.unitPrice())
                    .subtract(line.discount())
                    .setScale(decimals, RoundingMode.HALF_UP);
            if (line.taxAdded() != null) {
                amount = amount.add(line.taxAdded());
            }
            differ(line.amount(), amount, "/lines/" + i + "/amount", "quantity x unit price - discount + tax added");
            sum = sum.add(line.amount());
        }
        differ(sale.total(), sum, "/total", "the sum of the lines");
    }

    private void checkTaxes(SaleDocument sale) {
        BigDecimal gross = BigDecimal.ZERO;
        List<TaxShare> taxes = sale.taxes();
        for (int i = 0; i < taxes.size(); i++) {
            TaxShare share = taxes.get(i);
            differ(share.gross(), share.net().add(share.tax()), "/taxes/" + i + "/gross", "net + tax");
            gross = gross.add(share.gross());
        }
        differ(gross, sale.total(), "/taxes", "the total");
        checkLineTaxes(sale);
    }

    /** Where lines say their taxes: of one line its parts add up, and of one category and rate the lines do. */
    private void checkLineTaxes(SaleDocument sale) {
        List<SaleLine> lines = sale.lines();
        BigDecimal ofLines = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            BigDecimal tax = lines.get(i).tax();
            if (tax == null) {
                return;
            }
            List<SaleLine.TaxPart> parts = lines.get(i).taxParts();
            if (parts != null) {
                BigDecimal whole = parts.stream().map(SaleLine.TaxPart::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
                differ(tax, whole, "/lines/" + i + "/tax", "the sum of its parts");
            }
            ofLines = ofLines.add(tax);
        }
        BigDecimal ofShares = BigDecimal.ZERO;
        for (int i = 0; i < sale.taxes().size(); i++) {
            TaxShare share = sale.taxes().get(i);
            differ(share.tax(), taxOf(lines, share), "/taxes/" + i + "/tax", "the tax of its lines");
            ofShares = ofShares.add(share.tax());
        }
        differ(ofShares, ofLines, "/taxes", "the tax of the lines");
    }

    private static BigDecimal taxOf(List<SaleLine> lines, TaxShare share) {
        BigDecimal tax = BigDecimal.ZERO;
        for (SaleLine line : lines) {
            if (line.tax() != null
                    && line.taxRate().compareTo(share.rate()) == 0
                    && line.taxCategory().equals(share.category())) {
                tax = tax.add(line.tax());
            }
        }
        return tax;
    }

    private void checkTenders(SaleDocument sale) {
        BigDecimal paid = BigDecimal.ZERO;
        for (int i = 0; i < sale.tenders().size(); i++) {
            Tender tender = sale.tenders().get(i);
            paid = paid.add(tender.amount());
            if (tender.foreign() != null) {
                BigDecimal worth = tender.foreign().worthIn(sale.currency());
                differ(tender.amount(), worth, "/tenders/" + i + "/amount", "the foreign money at its rate");
            }
        }
        BigDecimal due = sale.total().add(sale.cashRounding());
        if (sale.tip() == null) {
            differ(paid.subtract(sale.change()), due, "/tenders", "the total with cash rounding");
        } else {
            differ(
                    paid.subtract(sale.change()),
                    due.add(sale.tip().amount()),
                    "/tenders",
                    "the total with cash rounding and tip");
        }
    }

    /** The receipt says what of a discount promotions took; the rest was given by hand, and neither is more than the whole. */
    private void checkPromotions(List<SaleLine> lines, List<SalePricing.PromotionShare> promotions) {
        Map<Integer, BigDecimal> taken = new HashMap<>();
        promotions.forEach(share -> taken.merge(share.lineNo(), share.amount(), BigDecimal::add));
        for (int i = 0; i < lines.size(); i++) {
            SaleLine line = lines.get(i);
            BigDecimal off = taken.getOrDefault(line.lineNo(), BigDecimal.ZERO);
            if (off.signum() * line.discount().signum() < 0
                    || off.abs().compareTo(line.discount().abs()) > 0) {
                findings.add(
                        "/lines/" + i + "/discount",
                        "This is " + line.discount().toPlainString() + ", but promotions took off "
                                + off.toPlainString() + ".");
            }
        }
    }

    private void differ(BigDecimal stated, BigDecimal expected, String pointer, String what) {
        if (stated.compareTo(expected) != 0) {
            findings.add(
                    pointer,
                    "This comes to " + stated.toPlainString() + ", but " + what + " is " + expected.toPlainString()
                            + ".");
        }
    }
}
