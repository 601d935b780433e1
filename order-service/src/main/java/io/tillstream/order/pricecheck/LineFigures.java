package io.tillstream.order.pricecheck;

import java.math.BigDecimal;
import java.util.List;

/** What a line came to, on the receipt or by the price book; {@code discount} is all that was taken off. */
record LineFigures(
        BigDecimal unitPrice,
        BigDecimal discount,
        BigDecimal amount,
        String taxCategory,
        BigDecimal taxRate,
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
                && taxedLike(other)
                && promotedLike(other);
    }

    boolean taxedLike(LineFigures other) {
        return taxCategory.equals(other.taxCategory) && taxRate.compareTo(other.taxRate) == 0;
    }

    boolean promotedLike(LineFigures other) {
        return promotions.size() == other.promotions.size()
                && promotions.stream()
                        .allMatch(taken -> other.promotions.stream().anyMatch(taken::equalsIn));
    }
}
