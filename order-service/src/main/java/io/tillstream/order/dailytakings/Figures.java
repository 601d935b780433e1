package io.tillstream.order.dailytakings;

import java.math.BigDecimal;

/**
 * What was taken: documents by direction (an exchange counts as a sale), units, and money less what was paid back. {@code gross =
 * net + tax}.
 */
record Figures(long sales, long returns, BigDecimal units, BigDecimal gross, BigDecimal net, BigDecimal tax) {

    static final Figures NONE = new Figures(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    Figures plus(Figures other) {
        return new Figures(
                sales + other.sales,
                returns + other.returns,
                units.add(other.units),
                gross.add(other.gross),
                net.add(other.net),
                tax.add(other.tax));
    }
}
