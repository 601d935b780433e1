package io.tillstream.catalog.pricebook;

import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many decimals a stored amount is shown with: those it needs, but never fewer than its currency has. */
public final class PriceScale {
    private static final int PERCENT_DECIMALS = 2;

    private PriceScale() {}

    /** For instance 19.0000 as 19.00, and 9.9750 as 9.975. */
    public static BigDecimal percent(BigDecimal rate) {
        int needed = rate.stripTrailingZeros().scale();
        return rate.setScale(Math.max(needed, PERCENT_DECIMALS), RoundingMode.UNNECESSARY);
    }

    public static BigDecimal shown(BigDecimal amount, String currency) {
        int needed = amount.stripTrailingZeros().scale();
        return amount.setScale(Math.max(needed, Money.decimalsOf(currency)), RoundingMode.UNNECESSARY);
    }
}
