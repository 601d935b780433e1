package io.tillstream.local.trade.replay;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** One row of a day file, as the shop recorded it: times are the shop's own clock, prices GBP including tax. */
record SourceRow(
        String documentNumber,
        String stockCode,
        String description,
        BigDecimal quantity,
        LocalDateTime at,
        BigDecimal unitPrice,
        String customer,
        String country) {

    /** Quantity times price at full precision, before any rounding. */
    BigDecimal value() {
        return quantity.multiply(unitPrice);
    }
}
