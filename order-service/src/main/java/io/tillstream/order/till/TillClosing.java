package io.tillstream.order.till;

import io.tillstream.order.sale.SessionSales.TenderTotal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The cash of a closed session: {@code expectedCash} is the float and all cash taken less all change given, {@code difference} is
 * counted less expected (negative: cash is missing).
 */
record TillClosing(
        Instant closedAt,
        String closedBy,
        String closedByName,
        BigDecimal expectedCash,
        BigDecimal countedCash,
        BigDecimal difference,
        long sales,
        long returns,
        List<TenderTotal> tenders) {}
