package io.tillstream.order.sale;

import static io.tillstream.order.sale.FieldRules.AMOUNT_DECIMALS;

import io.tillstream.order.sale.SaleLine.TaxPart;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a line may say beyond what every line says: its taxes, and which goods of a product they were. */
record LineDetailsForm(Findings findings, FieldRules rules) {

    private static final int MOST_TAX_PARTS = 5;
    private static final int LONGEST_NOTE = 200;

    void check(SaleLine line, String pointer) {
        if (line.tax() != null) {
            rules.decimal(line.tax(), AMOUNT_DECIMALS, pointer, "/tax");
        }
        if (line.taxAdded() != null) {
            rules.decimal(line.taxAdded(), AMOUNT_DECIMALS, pointer, "/taxAdded");
        }
        if (line.taxParts() != null) {
            checkTaxParts(line.taxParts(), line.tax() != null, pointer + "/taxParts");
        }
        if (line.batch() != null) {
            checkBatch(line.batch(), pointer + "/batch");
        }
        if (line.note() != null
                && (line.note().isBlank() || line.note().length() > LONGEST_NOTE || FieldRules.hasNul(line.note()))) {
            findings.add(pointer + "/note", "A note has 1 to 200 characters; leave it out when there is none.");
        }
        ComeBack comeBack = line.comeBack();
        if (comeBack != null
                && (line.kind() != LineKind.RETURN || comeBack.reason() == null || comeBack.condition() == null)) {
            findings.add(
                    pointer + "/comeBack",
                    "Goods that come back say why and in which state, like DEFECTIVE and DAMAGED.");
        }
    }

    private void checkTaxParts(List<TaxPart> parts, boolean whole, String pointer) {
        if (!whole || parts.size() < 2 || parts.size() > MOST_TAX_PARTS) {
            findings.add(
                    pointer, "Here stand the parts of the line's tax, where it has 2 to 5; its sum stands in tax.");
            return;
        }
        Set<String> components = HashSet.newHashSet(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            TaxPart part = parts.get(i);
            String each = pointer + "/" + i;
            if (part == null || !components.add(part.component())) {
                findings.add(each, "Each tax is named once.");
            } else {
                rules.code(part.component(), each, "/component");
                rules.decimal(part.rate(), AMOUNT_DECIMALS, each, "/rate");
                rules.decimal(part.tax(), AMOUNT_DECIMALS, each, "/tax");
            }
        }
    }

    private void checkBatch(Batch batch, String pointer) {
        if (batch.lot() != null) {
            rules.code(batch.lot(), pointer, "/lot");
        }
        if (batch.serial() != null) {
            rules.code(batch.serial(), pointer, "/serial");
        }
        LocalDate expiry = batch.expiryDate();
        if (expiry != null && (expiry.getYear() < 1970 || expiry.getYear() > 9999)) {
            findings.add(pointer + "/expiryDate", "The last day of use, like 2026-11-22.");
        }
    }
}
