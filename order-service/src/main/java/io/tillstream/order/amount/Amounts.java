package io.tillstream.order.amount;

import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Columns keep four decimals of every amount; written out, it has the decimals of its currency, and more only where it needs them. */
public final class Amounts {

    private Amounts() {}

    /** For instance 4.9900 EUR as 4.99, and 1.2550 GBP as 1.255. */
    public static BigDecimal written(BigDecimal stored, String currency) {
        return atLeast(Money.decimalsOf(currency), stored);
    }

    /** For instance 2.000 as 2, and 0.250 as 0.25. */
    public static BigDecimal quantity(BigDecimal stored) {
        return atLeast(0, stored);
    }

    /** For instance 7.0000 as 7.00. */
    public static BigDecimal percent(BigDecimal stored) {
        return atLeast(2, stored);
    }

    private static BigDecimal atLeast(int decimals, BigDecimal stored) {
        BigDecimal shortest = stored.stripTrailingZeros();
        return shortest.scale() < decimals ? shortest.setScale(decimals, RoundingMode.UNNECESSARY) : shortest;
    }
}
