package io.tillstream.order.sale;

import static io.tillstream.order.sale.FieldRules.AMOUNT_DECIMALS;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every sale document must look like, line by line, whatever was sold. Written out instead of declared as constraints
 * because it runs for every sale and must cost next to nothing.
 */
final class SaleForm {

    private static final int MOST_LINES = 1_000;
    private static final int MOST_TAXES = 100;
    private static final int LONGEST_NAME = 500;
    private static final int QUANTITY_DECIMALS = 3;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Findings findings = new Findings(MalformedSale::new);
    private final FieldRules rules = new FieldRules(findings);
    private final LineDetailsForm details = new LineDetailsForm(findings, rules);

    private SaleForm() {}

    static void check(SaleDocument sale) {
        SaleForm form = new SaleForm();
        form.checkHead(sale);
        if (!isDepositAlone(sale)) {
            form.checkLines(sale.lines(), "/lines");
        }
        form.checkTaxes(sale.taxes());
        new TendersForm(form.findings, form.rules).check(sale.tenders(), sale.currency());
        if (sale.pricing() != null && sale.lines() != null) {
            new PricingForm(form.findings, form.rules, "/pricing").check(sale.pricing(), sale.lines());
        }
        if (sale.rungUpBy() != null || sale.approvals() != null) {
            new ApprovalsForm(form.findings, form.rules).check(sale.rungUpBy(), sale.approvals());
        }
        if (sale.ageCheck() != null) {
            form.checkAge(sale.ageCheck());
        }
        if (sale.tip() != null) {
            new TipForm(form.findings, form.rules).check(sale.tip(), bringsBack(sale.lines()));
        }
        if (sale.deposit() != null) {
            form.checkDeposit(sale, sale.deposit());
        }
        form.findings.throwIfAny();
    }

    private void checkDeposit(SaleDocument sale, Deposit deposit) {
        new DepositForm(findings, rules).check(sale, deposit);
        SetAside goods = deposit.setAside();
        if (goods != null) {
            checkLines(goods.lines(), "/deposit/setAside/lines");
            if (goods.pricing() != null && goods.lines() != null) {
                new PricingForm(findings, rules, "/deposit/setAside/pricing").check(goods.pricing(), goods.lines());
            }
        }
    }

    /** Money that is taken or goes back without goods. */
    private static boolean isDepositAlone(SaleDocument sale) {
        return sale.deposit() != null
                && sale.lines() != null
                && sale.lines().isEmpty()
                && sale.deposit().kind() != Deposit.Kind.APPLIED;
    }

    private void checkHead(SaleDocument sale) {
        rules.code(sale.storeId(), "/storeId", "");
        rules.code(sale.tillId(), "/tillId", "");
        if (sale.receiptNumber() < 1) {
            findings.add("/receiptNumber", "A receipt number is 1 or more.");
        }
        if (sale.occurredAt() == null
                || sale.occurredAt().isBefore(EARLIEST)
                || sale.occurredAt().isAfter(LATEST)) {
            findings.add("/occurredAt", "Say when the sale was paid, like 2026-11-22T10:15:00Z.");
        }
        if (sale.businessDate() == null
                || sale.businessDate().getYear() < 1970
                || sale.businessDate().getYear() > 9999) {
            findings.add("/businessDate", "Say which trading day the sale belongs to, like 2026-11-22.");
        }
        if (sale.currency() == null || !TendersForm.CURRENCIES.contains(sale.currency())) {
            findings.add("/currency", "The currency is a three-letter ISO 4217 code, like EUR.");
        }
        if (sale.externalReference() != null) {
            rules.code(sale.externalReference(), "/externalReference", "");
        }
        rules.decimal(sale.total(), AMOUNT_DECIMALS, "/total", "");
        rules.decimal(sale.cashRounding(), AMOUNT_DECIMALS, "/cashRounding", "");
        if (rules.decimal(sale.change(), AMOUNT_DECIMALS, "/change", "")
                && sale.change().signum() < 0) {
            findings.add("/change", "Change is zero or more; money paid out is a negative tender.");
        }
    }

    private void checkAge(AgeCheck check) {
        if (check.age() < 1 || check.age() > 150) {
            findings.add("/ageCheck/age", "A minimum age is 1 to 150 years.");
        }
        if (check.bornBy() == null || check.answeredAt() == null || check.answeredBy() == null) {
            findings.add("/ageCheck", "A check of the age says bornBy, answeredAt and answeredBy.");
        } else {
            rules.code(check.answeredBy().id(), "/ageCheck/answeredBy", "/id");
            rules.code(check.answeredBy().name(), "/ageCheck/answeredBy", "/name");
        }
    }

    private void checkLines(@Nullable List<SaleLine> lines, String at) {
        if (lines == null || lines.isEmpty() || lines.size() > MOST_LINES) {
            findings.add(at, "A sale has 1 to 1,000 lines.");
            return;
        }
        Set<Integer> numbers = HashSet.newHashSet(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            SaleLine line = lines.get(i);
            if (line == null) {
                findings.add(at + "/" + i, "A line cannot be null.");
            } else {
                checkLine(line, at + "/" + i);
                if (line.lineNo() < 1 || line.lineNo() > Short.MAX_VALUE || !numbers.add(line.lineNo())) {
                    findings.add(at + "/" + i + "/lineNo", "Every line has a number of its own, 1 or more.");
                }
            }
        }
    }

    private void checkLine(SaleLine line, String pointer) {
        rules.code(line.sku(), pointer, "/sku");
        rules.code(line.taxCategory(), pointer, "/taxCategory");
        if (line.name() == null || line.name().length() > LONGEST_NAME || FieldRules.hasNul(line.name())) {
            findings.add(pointer + "/name", "A line has a name of at most 500 characters; it may be empty.");
        }
        if (rules.decimal(line.taxRate(), AMOUNT_DECIMALS, pointer, "/taxRate")
                && line.taxRate().signum() < 0) {
            findings.add(pointer + "/taxRate", "A tax rate is zero or more percent.");
        }
        if (rules.decimal(line.unitPrice(), AMOUNT_DECIMALS, pointer, "/unitPrice")
                && line.unitPrice().signum() < 0) {
            findings.add(pointer + "/unitPrice", "A unit price is zero or more.");
        }
        boolean quantity = rules.decimal(line.quantity(), QUANTITY_DECIMALS, pointer, "/quantity");
        boolean discount = rules.decimal(line.discount(), AMOUNT_DECIMALS, pointer, "/discount");
        boolean amount = rules.decimal(line.amount(), AMOUNT_DECIMALS, pointer, "/amount");
        if (line.kind() == null) {
            findings.add(pointer + "/kind", "A line is a SALE or a RETURN.");
            return;
        }
        if (quantity && line.quantity().signum() == 0) {
            findings.add(pointer + "/quantity", "The quantity cannot be zero.");
        }
        if (quantity && !line.kind().fits(line.quantity().signum())) {
            findings.add(pointer + "/quantity", signRule(line.kind(), "quantity"));
        }
        boolean broughtBack = line.kind() == LineKind.RETURN && line.returnOf() != null;
        if (discount && !broughtBack && !line.kind().fits(line.discount().signum())) {
            findings.add(pointer + "/discount", signRule(line.kind(), "discount"));
        }
        if (amount && !line.kind().fits(line.amount().signum())) {
            findings.add(pointer + "/amount", signRule(line.kind(), "amount"));
        }
        if (line.returnOf() != null && (line.kind() == LineKind.SALE || !names(line.returnOf()))) {
            findings.add(pointer + "/returnOf", "Only a return line names the sale and line it brings back.");
        }
        details.check(line, pointer);
    }

    private static boolean bringsBack(@Nullable List<SaleLine> lines) {
        return lines != null && lines.stream().anyMatch(line -> line != null && line.kind() == LineKind.RETURN);
    }

    private static boolean names(ReturnOf returned) {
        return returned.saleId() != null && returned.lineNo() >= 1 && returned.lineNo() <= Short.MAX_VALUE;
    }

    private static String signRule(LineKind kind, String what) {
        return kind == LineKind.SALE
                ? "The " + what + " of a sale line is not negative."
                : "The " + what + " of a return line is not positive.";
    }

    private void checkTaxes(@Nullable List<TaxShare> taxes) {
        if (taxes == null || taxes.size() > MOST_TAXES) {
            findings.add("/taxes", "List the taxes of the sale, one entry for each rate, at most 100.");
            return;
        }
        for (int i = 0; i < taxes.size(); i++) {
            TaxShare tax = taxes.get(i);
            String pointer = "/taxes/" + i;
            if (tax == null) {
                findings.add(pointer, "A tax cannot be null.");
            } else {
                rules.code(tax.category(), pointer, "/category");
                rules.decimal(tax.rate(), AMOUNT_DECIMALS, pointer, "/rate");
                rules.decimal(tax.net(), AMOUNT_DECIMALS, pointer, "/net");
                rules.decimal(tax.tax(), AMOUNT_DECIMALS, pointer, "/tax");
                rules.decimal(tax.gross(), AMOUNT_DECIMALS, pointer, "/gross");
                if (namedBefore(tax, taxes, i)) {
                    findings.add(pointer, "Each category and rate is listed once.");
                }
            }
        }
    }

    private static boolean namedBefore(TaxShare tax, List<TaxShare> taxes, int position) {
        for (TaxShare other : taxes.subList(0, position)) {
            if (other != null
                    && other.rate() != null
                    && tax.rate() != null
                    && other.rate().compareTo(tax.rate()) == 0
                    && Objects.equals(other.category(), tax.category())) {
                return true;
            }
        }
        return false;
    }
}
