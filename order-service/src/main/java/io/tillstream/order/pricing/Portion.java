package io.tillstream.order.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pieces of one line that promotions have treated alike so far. A line begins as one portion; a promotion that takes only some of
 * its pieces splits them off.
 */
final class Portion {

    private final GoodsLine line;
    private BigDecimal quantity;
    private BigDecimal amount;
    private boolean touched;
    private boolean exclusive;
    private boolean inSet;

    Portion(GoodsLine line, BigDecimal quantity, BigDecimal amount) {
        this.line = line;
        this.quantity = quantity;
        this.amount = amount;
    }

    GoodsLine line() {
        return line;
    }

    BigDecimal quantity() {
        return quantity;
    }

    /** What is still charged for it. */
    BigDecimal amount() {
        return amount;
    }

    /** Its pieces belong to a set already. */
    boolean isInSet() {
        return inSet;
    }

    boolean isFreeFor(Promotion promotion) {
        if (exclusive || (promotion.exclusive() && touched)) {
            return false;
        }
        return promotion.parts().isEmpty() || (!inSet && line.isCountedInPieces());
    }

    void lower(BigDecimal discount) {
        amount = amount.subtract(discount);
    }

    /** A promotion has lowered it, or counted it. */
    void markTouched(Promotion promotion) {
        touched = true;
        exclusive |= promotion.exclusive();
    }

    void markInSet() {
        inSet = true;
    }

    /** Splits {@code pieces} worth {@code worth} off. */
    Portion split(BigDecimal pieces, BigDecimal worth) {
        Portion part = new Portion(line, pieces, worth);
        part.touched = touched;
        part.exclusive = exclusive;
        part.inSet = inSet;
        quantity = quantity.subtract(pieces);
        amount = amount.subtract(worth);
        return part;
    }

    static BigDecimal worth(List<Portion> portions) {
        return Decimals.sum(portions.stream().map(Portion::amount).toList());
    }

    static BigDecimal quantityOf(List<Portion> portions) {
        return Decimals.sum(portions.stream().map(Portion::quantity).toList());
    }

    /** Grouped by line, lines and portions in the order given. */
    static Map<GoodsLine, List<Portion>> byLine(List<Portion> portions) {
        Map<GoodsLine, List<Portion>> lines = new LinkedHashMap<>();
        for (Portion portion : portions) {
            lines.computeIfAbsent(portion.line(), line -> new ArrayList<>()).add(portion);
        }
        return lines;
    }
}
