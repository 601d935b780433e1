package io.tillstream.order.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/** Adds decimals and writes them as the console does: no exponent, no more zeros than the currency has. */
final class Decimals {

    private Decimals() {}

    static BigDecimal sum(Collection<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal lesser(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** With at least the given decimals. */
    static String text(BigDecimal value, int atLeast) {
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.setScale(Math.max(shortest.scale(), atLeast), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    static String text(BigDecimal value) {
        return text(value, 0);
    }
}
