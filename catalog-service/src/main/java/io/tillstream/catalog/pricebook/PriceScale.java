package io.tillstream.catalog.pricebook;

import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many decimals a stored amount is shown with: those it needs, but never fewer than its currency has. */
public final class PriceScale {
    private PriceScale() {}

    public static BigDecimal shown(BigDecimal amount, String currency) {
        int needed = amount.stripTrailingZeros().scale();
        return amount.setScale(Math.max(needed, Money.decimalsOf(currency)), RoundingMode.UNNECESSARY);
    }
}
