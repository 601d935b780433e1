package io.tillstream.catalog.barcode;

import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The rule for the price of one scan of a code: a receipt shows a unit price of at most four decimals, and the quantity
 * times that must be the price again, to the currency's last decimal.
 */
public final class CodePrice {
    private static final int UNIT_PRICE_SCALE = 4;

    private CodePrice() {}

    /** What is wrong, in words for whoever typed it; null when it is fine. */
    public static @Nullable String fault(BigDecimal quantity, Money price) {
        int decimals = Money.decimalsOf(price.currency());
        if (price.amount().signum() < 0 || price.amount().stripTrailingZeros().scale() > decimals) {
            return "The price of one scan is zero or more, with at most " + decimals + " decimals in "
                    + price.currency() + ".";
        }
        BigDecimal unitPrice = price.amount().divide(quantity, UNIT_PRICE_SCALE, RoundingMode.HALF_UP);
        BigDecimal charged = unitPrice.multiply(quantity).setScale(decimals, RoundingMode.HALF_UP);
        return charged.compareTo(price.amount()) == 0
                ? null
                : quantity.toPlainString() + " for " + price.amount().toPlainString()
                        + " cannot be shown as a unit price of at most 4 decimals: a receipt would say "
                        + charged.toPlainString() + ". Choose that price, or make the pack a product of its own.";
    }
}
