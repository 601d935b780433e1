package io.tillstream.order.tillreport;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session took. Documents by direction (an exchange counts as a sale), lines by direction, tax by category and rate.
 * {@code tenders}, {@code expectedCash} and the cash of cashiers are absent for somebody who has yet to count the drawer.
 *
 * @param sold what the lines that sell come to; {@code sold + returned = total}
 * @param discounts what was taken off lines that sell
 * @param change cash given back, not taken off the tenders
 * @param cashiers who stood at the till, whosever token sent the sale
 * @param tips by whom they are for; in the tenders and in the cash, in no other figure
 * @param noSales how often the drawer was opened without a sale
 * @param voids baskets that were given up; {@code voided} is what they came to, in no other figure
 * @param difference counted less expected; absent until it was counted
 */
record SessionFigures(
        long sales,
        long returns,
        BigDecimal sold,
        BigDecimal returned,
        BigDecimal total,
        BigDecimal discounts,
        BigDecimal cashRounding,
        BigDecimal change,
        List<TaxTotal> taxes,
        @Nullable List<TenderTotal> tenders,
        List<CashierTotal> cashiers,
        List<TipTotal> tips,
        BigDecimal paidIn,
        BigDecimal paidOut,
        BigDecimal skimmed,
        long noSales,
        long voids,
        BigDecimal voided,
        BigDecimal openingFloat,
        @Nullable BigDecimal expectedCash,
        @Nullable BigDecimal countedCash,
        @Nullable BigDecimal difference) {

    record TaxTotal(String category, BigDecimal rate, BigDecimal net, BigDecimal tax, BigDecimal gross) {}

    record TenderTotal(String type, long count, BigDecimal amount) {}

    record CashierTotal(
            String name,
            long sales,
            long returns,
            BigDecimal total,
            @Nullable BigDecimal cash) {}

    record TipTotal(String name, long count, BigDecimal amount) {}

    /** Without what would tell how much cash there should be. */
    SessionFigures blind() {
        return new SessionFigures(
                sales,
                returns,
                sold,
                returned,
                total,
                discounts,
                cashRounding,
                change,
                taxes,
                null,
                cashiers.stream()
                        .map(each -> new CashierTotal(each.name(), each.sales(), each.returns(), each.total(), null))
                        .toList(),
                tips,
                paidIn,
                paidOut,
                skimmed,
                noSales,
                voids,
                voided,
                openingFloat,
                null,
                countedCash,
                null);
    }
}
