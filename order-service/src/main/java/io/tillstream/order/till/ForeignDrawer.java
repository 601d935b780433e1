package io.tillstream.order.till;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.order.amount.Amounts;
import io.tillstream.order.sale.SessionSales.ForeignTotal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The cash of one foreign currency in a closed session, in that currency.
 *
 * @param counted absent where nobody counted it, and so is the difference
 * @param difference counted less expected (negative: cash is missing)
 */
record ForeignDrawer(
        String currency,
        BigDecimal expected,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal counted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal difference) {

    /** Each currency that was taken or counted, once. */
    static List<ForeignDrawer> of(List<ForeignTotal> taken, List<ForeignCount> counted) {
        TreeSet<String> currencies = new TreeSet<>();
        taken.forEach(each -> currencies.add(each.currency()));
        counted.forEach(each -> currencies.add(each.currency()));
        List<ForeignDrawer> drawers = new ArrayList<>();
        for (String currency : currencies) {
            BigDecimal expected = taken.stream()
                    .filter(each -> each.currency().equals(currency))
                    .map(ForeignTotal::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal found = counted.stream()
                    .filter(each -> each.currency().equals(currency))
                    .map(ForeignCount::amount)
                    .reduce(BigDecimal::add)
                    .orElse(null);
            drawers.add(new ForeignDrawer(
                    currency,
                    Amounts.written(expected, currency),
                    found == null ? null : Amounts.written(found, currency),
                    found == null ? null : Amounts.written(found.subtract(expected), currency)));
        }
        return List.copyOf(drawers);
    }
}
