package io.tillstream.order.till;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.order.sale.SessionSales.TenderTotal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cash of a closed session: {@code expectedCash} is the float and all cash taken less all change given, and what was put in and
 * taken out besides; {@code difference} is counted less expected (negative: cash is missing).
 *
 * @param counted false when nobody could count: then the count is what was expected
 * @param foreignCash what there was of other currencies; its worth is in {@code tenders}, and in no other figure
 * @param cashMoved cash put in less cash taken out for other reasons than sales
 * @param zNumber 1, 2, 3 … for each till
 */
record TillClosing(
        Instant closedAt,
        String closedBy,
        String closedByName,
        BigDecimal expectedCash,
        BigDecimal countedCash,
        BigDecimal difference,
        boolean counted,
        BigDecimal cashMoved,
        long zNumber,
        long sales,
        long returns,
        List<TenderTotal> tenders,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ForeignDrawer> foreignCash) {}
