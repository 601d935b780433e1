package io.tillstream.order.till;

import io.tillstream.order.sale.SessionSales;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What sales and movements have left in a drawer, besides the float it began with. */
record DrawerContents(SessionSales.Totals sold, BigDecimal moved) {

    BigDecimal expectedWith(BigDecimal openingFloat) {
        return openingFloat.add(sold.cash()).add(moved);
    }

    /** Adds both up anew whenever it is asked. */
    @Component
    static class Reckoning {

        private final SessionSales sales;
        private final CashMovements movements;

        Reckoning(SessionSales sales, CashMovements movements) {
            this.sales = sales;
            this.movements = movements;
        }

        DrawerContents of(UUID tillSessionId) {
            return new DrawerContents(sales.of(tillSessionId), movements.sumOf(tillSessionId));
        }
    }
}
