package io.tillstream.order.sale;

import static io.tillstream.order.sale.FieldRules.AMOUNT_DECIMALS;

import java.util.BitSet;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a document may say about how it was paid. */
record TendersForm(Findings findings, FieldRules rules) {

    /** Those with units that money is paid in: no gold, no test codes. */
    static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final int MOST_TENDERS = 100;
    private static final int RATE_DECIMALS = 8;

    void check(@Nullable List<Tender> tenders, @Nullable String home) {
        if (tenders == null || tenders.size() > MOST_TENDERS) {
            findings.add("/tenders", "List how the sale was paid, at most 100 tenders.");
            return;
        }
        BitSet numbers = new BitSet();
        for (int i = 0; i < tenders.size(); i++) {
            Tender tender = tenders.get(i);
            String pointer = "/tenders/" + i;
            if (tender == null) {
                findings.add(pointer, "A tender cannot be null.");
                continue;
            }
            if (tender.tenderNo() < 1 || tender.tenderNo() > Short.MAX_VALUE || numbers.get(tender.tenderNo())) {
                findings.add(pointer + "/tenderNo", "Every tender has a number of its own, 1 or more.");
            } else {
                numbers.set(tender.tenderNo());
            }
            checkWhatItIs(tender, home, pointer);
        }
    }

    private void checkWhatItIs(Tender tender, @Nullable String home, String pointer) {
        if (tender.type() == null) {
            findings.add(pointer + "/type", "Say how this was paid, like CASH or CARD.");
        }
        boolean amount = rules.decimal(tender.amount(), AMOUNT_DECIMALS, pointer, "/amount");
        RefundOf refundOf = tender.refundOf();
        if (refundOf != null && amount && (tender.amount().signum() >= 0 || !names(refundOf))) {
            findings.add(
                    pointer + "/refundOf", "Only money that goes back names the sale and tender that had paid it.");
        }
        if (tender.foreign() != null) {
            checkForeign(tender.foreign(), tender.type(), home, pointer + "/foreign");
        }
    }

    private void checkForeign(ForeignMoney foreign, @Nullable TenderType type, @Nullable String home, String pointer) {
        if (type != TenderType.CASH) {
            findings.add(pointer, "Only cash is taken in another currency.");
        }
        if (foreign.currency() == null
                || !CURRENCIES.contains(foreign.currency())
                || foreign.currency().equals(home)) {
            findings.add(
                    pointer + "/currency", "Foreign money has a three-letter ISO 4217 code that is not the sale's.");
        }
        if (rules.decimal(foreign.amount(), AMOUNT_DECIMALS, pointer, "/amount")
                && foreign.amount().signum() <= 0) {
            findings.add(
                    pointer + "/amount", "Foreign money is only taken: change and refunds are in the sale's currency.");
        }
        if (rules.decimal(foreign.rate(), RATE_DECIMALS, pointer, "/rate")
                && foreign.rate().signum() <= 0) {
            findings.add(pointer + "/rate", "A rate is more than zero.");
        }
    }

    private static boolean names(RefundOf refunded) {
        return refunded.saleId() != null && refunded.tenderNo() >= 1 && refunded.tenderNo() <= Short.MAX_VALUE;
    }
}
