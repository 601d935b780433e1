package io.tillstream.order.pricecheck;

import io.tillstream.order.pricing.BasketToPrice.ChargedFigures;
import io.tillstream.order.pricing.BasketToPrice.ChargedLine;
import io.tillstream.order.pricing.PricedBasket.LineTax;
import io.tillstream.order.sale.LineKind;
import io.tillstream.order.sale.SaleLine;
import io.tillstream.order.sale.SaleLineRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was charged for goods that come back, and what of it had come back before: by sales that reached us earlier, and by earlier
 * lines of the same one. A line of which some part says no tax is left out: nothing can be reversed exactly there.
 */
@Component
class SoldBefore {

    private static final String SOLD_AND_RETURNED = """
            select back.sale_id as by_sale, back.line_no as by_line, charged.*
            from sale_line back
            join sale on sale.id = back.sale_id
            join sale_line sold on sold.sale_id = back.return_of_sale_id and sold.line_no = back.return_of_line_no
                               and sold.quantity > 0
            cross join lateral (
                select sold.* union all
                select other.* from sale_line other join sale before on before.id = other.sale_id
                where other.return_of_sale_id = sold.sale_id and other.return_of_line_no = sold.line_no
                  and (before.recorded_at, before.id, other.line_no) < (sale.recorded_at, sale.id, back.line_no)) charged
            where back.sale_id = any(?) and back.return_of_sale_id is not null
            """;

    private record Line(UUID sale, int lineNo) {}

    private final JdbcClient jdbc;
    private final SaleLineRow line;

    SoldBefore(JdbcClient jdbc, SaleLineRow line) {
        this.jdbc = jdbc;
        this.line = line;
    }

    /** By sale and line number. */
    Map<UUID, Map<Integer, ChargedLine>> of(Collection<UUID> sales) {
        if (sales.isEmpty()) {
            return Map.of();
        }
        Map<Line, List<SaleLine>> charged = new HashMap<>();
        jdbc.sql(SOLD_AND_RETURNED).param(sales.toArray(UUID[]::new)).query(row -> {
            Line by = new Line(row.getObject("by_sale", UUID.class), row.getInt("by_line"));
            charged.computeIfAbsent(by, known -> new ArrayList<>()).add(line.read(row));
        });
        Map<UUID, Map<Integer, ChargedLine>> found = new HashMap<>();
        charged.forEach((by, lines) -> chargedLine(lines)
                .ifPresent(known -> found.computeIfAbsent(by.sale(), sale -> new HashMap<>())
                        .put(by.lineNo(), known)));
        return found;
    }

    private static Optional<ChargedLine> chargedLine(List<SaleLine> lines) {
        if (lines.stream().anyMatch(each -> each.tax() == null)) {
            return Optional.empty();
        }
        return lines.stream()
                .filter(each -> each.kind() == LineKind.SALE)
                .findFirst()
                .map(sold -> new ChargedLine(
                        sold.unitPrice(),
                        sold.taxCategory(),
                        sum(List.of(sold), BigDecimal.ONE),
                        sum(
                                lines.stream()
                                        .filter(each -> each.kind() == LineKind.RETURN)
                                        .toList(),
                                BigDecimal.ONE.negate())));
    }

    private static ChargedFigures sum(List<SaleLine> lines, BigDecimal sign) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal base = BigDecimal.ZERO;
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal gross = BigDecimal.ZERO;
        Map<String, LineTax> taxes = new LinkedHashMap<>();
        for (SaleLine each : lines) {
            quantity = quantity.add(each.quantity().multiply(sign));
            base = base.add(each.amountAsPriced().add(each.discount()).multiply(sign));
            amount = amount.add(each.amountAsPriced().multiply(sign));
            gross = gross.add(each.amount().multiply(sign));
            each.eachTax()
                    .forEach(part -> taxes.merge(
                            part.component(),
                            new LineTax(
                                    part.component(), part.rate(), part.tax().multiply(sign)),
                            (one, other) ->
                                    new LineTax(one.id(), one.rate(), one.tax().add(other.tax()))));
        }
        return new ChargedFigures(quantity, base, amount, gross, List.copyOf(taxes.values()));
    }
}
