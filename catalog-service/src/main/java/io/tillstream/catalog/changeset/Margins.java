package io.tillstream.catalog.changeset;

import io.tillstream.catalog.cost.ProductCosts;
import io.tillstream.catalog.pricebook.PriceScale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is left of prices after tax and cost: (price without tax - cost) / price without tax. */
@Component
class Margins {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int FINE = 10;

    private static final String RATES = """
            select category, sum(rate) from (
                select distinct on (category, component) category, component, rate from tax_rate
                where country = :country and region is null and valid_from <= :day
                order by category, component, valid_from desc, recorded_no desc) as charged
            group by category
            """;

    private final JdbcClient jdbc;
    private final ProductCosts costs;
    private final Premises premises;

    Margins(JdbcClient jdbc, ProductCosts costs, Premises premises) {
        this.jdbc = jdbc;
        this.costs = costs;
        this.premises = premises;
    }

    /** What is known of these products for the stores in which the prices hold. */
    Known of(Collection<UUID> products, ChangeSetTerms.Edit edit, Instant moment) {
        String currency = edit.place().currency();
        Premises.Store store = premises.most(edit);
        Map<String, BigDecimal> rates = store == null ? Map.of() : rates(store, moment);
        return new Known(currency, costs.of(products, currency), rates);
    }

    private Map<String, BigDecimal> rates(Premises.Store store, Instant moment) {
        LocalDate day = moment.atZone(ZoneId.of(store.timeZone())).toLocalDate();
        Map<String, BigDecimal> rates = new HashMap<>();
        jdbc.sql(RATES)
                .param("country", store.country())
                .param("day", Date.valueOf(day))
                .query(row -> {
                    rates.put(row.getString(1), row.getBigDecimal(2));
                });
        return rates;
    }

    /** Costs by product and tax rates by category. */
    record Known(String currency, Map<UUID, BigDecimal> costs, Map<String, BigDecimal> rates) {
        @Nullable
        BigDecimal cost(Goods.Found product) {
            return shown(costs.get(product.id()));
        }

        /** The price without tax; null when the rate is not known. */
        @Nullable
        BigDecimal net(Goods.Found product, @Nullable BigDecimal price) {
            BigDecimal rate = rates.get(product.taxCategory());
            return price == null || rate == null
                    ? null
                    : price.multiply(HUNDRED).divide(HUNDRED.add(rate), FINE, RoundingMode.HALF_UP);
        }

        /** In per cent with one decimal; null when cost or rate is not known, or the price is nothing. */
        @Nullable
        BigDecimal percent(Goods.Found product, @Nullable BigDecimal price) {
            BigDecimal net = net(product, price);
            BigDecimal cost = costs.get(product.id());
            return net == null || cost == null || net.signum() <= 0
                    ? null
                    : net.subtract(cost).multiply(HUNDRED).divide(net, 1, RoundingMode.HALF_UP);
        }

        @Nullable
        BigDecimal shown(@Nullable BigDecimal amount) {
            return amount == null ? null : PriceScale.shown(amount, currency);
        }
    }
}
