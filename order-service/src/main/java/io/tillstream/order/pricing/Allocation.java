package io.tillstream.order.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits a total into whole minor units so that the parts add up to it exactly. The ideal part is {@code numerator /
 * denominator}; each is cut down to whole minor units, and what is left goes, unit by unit, to the largest remainders, the
 * earlier one first when they are equal.
 */
final class Allocation {

    private Allocation() {}

    static List<BigDecimal> allocate(
            BigDecimal total, List<BigDecimal> numerators, BigDecimal denominator, int minorDigits) {
        List<BigDecimal> parts = new ArrayList<>(numerators.stream()
                .map(numerator -> numerator.divide(denominator, minorDigits, RoundingMode.FLOOR))
                .toList());
        BigDecimal minorUnit = BigDecimal.ONE.movePointLeft(minorDigits);
        BigDecimal left = total.subtract(Decimals.sum(parts));
        if (left.signum() == 0) {
            return parts;
        }
        List<BigDecimal> rests = IntStream.range(0, parts.size())
                .mapToObj(i -> numerators.get(i).subtract(parts.get(i).multiply(denominator)))
                .toList();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, parts.size()).boxed().toList());
        order.sort(Comparator.comparing(rests::get, Comparator.reverseOrder()));
        BigDecimal step = minorUnit;
        if (left.signum() < 0) {
            Collections.reverse(order);
            step = minorUnit.negate();
        }
        for (int turn = 0; left.signum() != 0; turn++) {
            int index = order.get(turn % order.size());
            parts.set(index, parts.get(index).add(step));
            left = left.subtract(step);
        }
        return parts;
    }

    /** In proportion to {@code weights}, which are not negative and not all zero. */
    static List<BigDecimal> share(BigDecimal total, List<BigDecimal> weights, int minorDigits) {
        return allocate(total, weights.stream().map(total::multiply).toList(), Decimals.sum(weights), minorDigits);
    }
}
