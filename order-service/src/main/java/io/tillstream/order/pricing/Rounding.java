package io.tillstream.order.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds to whole minor units of a currency. Every value is rounded once, from an exact fraction. */
record Rounding(int minorDigits, RoundingMode mode) {

    /** The denominator is positive. */
    BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, minorDigits, mode);
    }

    BigDecimal times(BigDecimal unitPrice, BigDecimal quantity) {
        return unitPrice.multiply(quantity).setScale(minorDigits, mode);
    }

    BigDecimal percentOf(BigDecimal amount, BigDecimal percent) {
        return amount.multiply(percent).movePointLeft(2).setScale(minorDigits, mode);
    }

    /** To a multiple of {@code step}, such as the smallest coin. */
    static BigDecimal toStep(BigDecimal amount, BigDecimal step, RoundingMode mode) {
        return amount.divide(step, 0, mode).multiply(step);
    }
}
