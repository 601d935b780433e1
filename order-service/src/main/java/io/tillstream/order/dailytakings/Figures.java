package io.tillstream.order.dailytakings;

import io.tillstream.order.amount.Amounts;
import java.math.BigDecimal;

/**
 * What was taken: documents by direction (an exchange counts as a sale), units, and money less what was paid back. {@code gross =
 * net + tax}.
 */
record Figures(long sales, long returns, BigDecimal units, BigDecimal gross, BigDecimal net, BigDecimal tax) {

    Figures written(String currency) {
        return new Figures(
                sales,
                returns,
                Amounts.quantity(units),
                Amounts.written(gross, currency),
                Amounts.written(net, currency),
                Amounts.written(tax, currency));
    }
}
