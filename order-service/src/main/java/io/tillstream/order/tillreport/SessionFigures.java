package io.tillstream.order.tillreport;

import io.tillstream.order.sale.Deposit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session took. Documents by direction (an exchange counts as a sale), lines by direction, tax by category and rate.
 * {@code tenders}, {@code foreignCash}, {@code expectedCash} and the cash of cashiers are absent for somebody who has yet to count the drawer.
 *
 * @param sold what the lines that sell come to; {@code sold + returned = total}
 * @param discounts what was taken off lines that sell
 * @param change cash given back, not taken off the tenders
 * @param cashiers who stood at the till, whosever token sent the sale
 * @param tips by whom they are for; in the tenders and in the cash, in no other figure
 * @param deposits what was taken for goods set aside, paid for them, and given back, each with its sign; in the tenders and in the
 *     cash, in no other figure
 * @param foreignCash what was taken of other currencies; its worth is in the cash of {@code tenders}, and in no other cash
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
        @Nullable List<ForeignTotal> foreignCash,
        List<CashierTotal> cashiers,
        List<TipTotal> tips,
        List<DepositTotal> deposits,
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

    /**
     * @param amount in the foreign currency, and so are {@code counted} and {@code difference}, absent until it was counted
     * @param worth in the session's, each at the rate it was taken at
     */
    record ForeignTotal(
            String currency,
            long count,
            BigDecimal amount,
            BigDecimal worth,
            @Nullable BigDecimal counted,
            @Nullable BigDecimal difference) {}

    record CashierTotal(
            String name,
            long sales,
            long returns,
            BigDecimal total,
            @Nullable BigDecimal cash) {}

    record TipTotal(String name, long count, BigDecimal amount) {}

    record DepositTotal(Deposit.Kind kind, long count, BigDecimal amount) {}

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
                null,
                cashiers.stream()
                        .map(each -> new CashierTotal(each.name(), each.sales(), each.returns(), each.total(), null))
                        .toList(),
                tips,
                deposits,
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
