package io.tillstream.order.sale;

import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sale adds up: line amounts from quantity, price and discount (rounded half up to the currency, the only rounding here), the
 * total from the lines and from the tax shares, and the money that stays from tenders and change: the total, what is a tip, and what
 * is a deposit.
 */
final class SaleSums {

    private final Findings findings = new Findings(SaleDoesNotAddUp::new);

    private SaleSums() {}

    static void check(SaleDocument sale) {
        SaleSums sums = new SaleSums();
        sums.differ(
                sale.total(), sums.sumOf(sale.lines(), sale.currency(), "/lines"), "/total", "the sum of the lines");
        sums.checkTaxes(sale);
        sums.checkTenders(sale);
        if (sale.pricing() != null && sale.pricing().promotions() != null) {
            sums.checkPromotions(sale.lines(), sale.pricing().appliedPromotions());
        }
        if (sale.deposit() != null) {
            sums.checkDeposit(sale, sale.deposit());
        }
        sums.findings.throwIfAny();
    }

    private BigDecimal sumOf(List<SaleLine> lines, String currency, String at) {
        int decimals = Money.decimalsOf(currency);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            SaleLine line = lines.get(i);
            BigDecimal amount = line.quantity()
                    .multiply(line.unitPrice())
                    .subtract(line.discount())
                    .setScale(decimals, RoundingMode.HALF_UP);
            if (line.taxAdded() != null) {
                amount = amount.add(line.taxAdded());
            }
            differ(line.amount(), amount, at + "/" + i + "/amount", "quantity x unit price - discount + tax added");
            sum = sum.add(line.amount());
        }
        return sum;
    }

    private void checkDeposit(SaleDocument sale, Deposit deposit) {
        SetAside goods = deposit.setAside();
        if (goods != null) {
            BigDecimal sum = sumOf(goods.lines(), sale.currency(), "/deposit/setAside/lines");
            differ(deposit.agreedTotal(), sum, "/deposit/agreedTotal", "the sum of the lines that were set aside");
        }
        BigDecimal cost = sale.total().add(sale.cashRounding());
        if (deposit.kind() == Deposit.Kind.APPLIED && deposit.amount().negate().compareTo(cost) > 0) {
            findings.add(
                    "/deposit/amount",
                    "This pays " + deposit.amount().negate().toPlainString() + " for goods that cost "
                            + cost.toPlainString() + ".");
        }
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
        String what = "the total with cash rounding";
        if (sale.tip() != null) {
            due = due.add(sale.tip().amount());
            what += " and tip";
        }
        if (sale.deposit() != null) {
            due = due.add(sale.deposit().amount());
            what += " and deposit";
        }
        differ(paid.subtract(sale.change()), due, "/tenders", what);
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
