package io.tillstream.order.pricecheck;

import io.tillstream.order.pricecheck.TaxesOfBook.TaxedAs;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line came to, on the receipt or by the price book; {@code discount} is all that was taken off.
 *
 * @param tax null: the till did not say
 */
record LineFigures(
        BigDecimal unitPrice,
        BigDecimal discount,
        BigDecimal amount,
        TaxedAs taxedAs,
        @Nullable BigDecimal tax,
        List<Taken> promotions) {

    /** What one promotion took off the line. */
    record Taken(String name, String promotion, BigDecimal amount) {

        boolean equalsIn(Taken other) {
            return promotion.equals(other.promotion) && amount.compareTo(other.amount) == 0;
        }
    }

    boolean agreesWith(LineFigures other) {
        return amount.compareTo(other.amount) == 0
                && unitPrice.compareTo(other.unitPrice) == 0
                && taxedAs.sameAs(other.taxedAs)
                && sameTaxAs(other)
                && promotedLike(other);
    }

    boolean sameTaxAs(LineFigures other) {
        return tax == null || other.tax == null || tax.compareTo(other.tax) == 0;
    }

    boolean promotedLike(LineFigures other) {
        return promotions.size() == other.promotions.size()
                && promotions.stream()
                        .allMatch(taken -> other.promotions.stream().anyMatch(taken::equalsIn));
    }
}
