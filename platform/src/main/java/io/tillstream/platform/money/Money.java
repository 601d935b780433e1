package io.tillstream.platform.money;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in one currency. Wire form {@code {"amount":"19.99","currency":"EUR"}}; at most four decimals, so that
 * unit prices finer than a cent survive.
 *
 * @param amount at most 4 decimals
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {
    private static final int FINEST_SCALE = 4;

    public Money {
        if (amount.stripTrailingZeros().scale() > FINEST_SCALE) {
            throw new IllegalArgumentException("amount has more than " + FINEST_SCALE + " decimals: " + amount);
        }
        // throws IllegalArgumentException for a code that ISO 4217 does not know
        Currency.getInstance(currency);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /** The product, rounded half up to the finest scale (4 decimals). */
    public Money times(BigDecimal factor) {
        BigDecimal product = amount.multiply(factor);
        return new Money(
                product.scale() > FINEST_SCALE ? product.setScale(FINEST_SCALE, RoundingMode.HALF_UP) : product,
                currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** Rounded half up to the currency's own number of decimals (EUR 2, JPY 0, KWD 3). */
    public Money rounded() {
        return new Money(amount.setScale(decimalsOf(currency), RoundingMode.HALF_UP), currency);
    }

    /** How many decimals a currency is paid in, by ISO 4217. */
    public static int decimalsOf(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    @JsonIgnore
    public boolean isZero() {
        return amount.signum() == 0;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot combine " + currency + " with " + other.currency);
        }
        return other;
    }
}
