package io.tillstream.order.sale;

import static io.tillstream.order.sale.FieldRules.AMOUNT_DECIMALS;

/** What a document may say about a tip. */
record TipForm(Findings findings, FieldRules rules) {

    void check(Tip tip, boolean goodsComeBack) {
        if (rules.decimal(tip.amount(), AMOUNT_DECIMALS, "/tip/amount", "")
                && (tip.amount().signum() == 0 || (tip.amount().signum() < 0 && !goodsComeBack))) {
            findings.add(
                    "/tip/amount", "A tip is more than zero; only where goods come back it may go back with them.");
        }
        if (tip.recipient() == null) {
            findings.add("/tip/recipient", "Say who the tip is for.");
        } else {
            rules.code(tip.recipient().id(), "/tip/recipient", "/id");
            rules.code(tip.recipient().name(), "/tip/recipient", "/name");
        }
    }
}
