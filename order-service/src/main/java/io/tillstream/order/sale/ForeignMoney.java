package io.tillstream.order.sale;

import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Notes and coins of another currency, as they were handed over.
 *
 * @param rate how much of the sale's currency one of the foreign is worth, as the store had set it on the till
 */
public record ForeignMoney(String currency, BigDecimal amount, BigDecimal rate) {

    /** Rounded half up to what the currency is paid in. */
    BigDecimal worthIn(String home) {
        return amount.multiply(rate).setScale(Money.decimalsOf(home), RoundingMode.HALF_UP);
    }
}
