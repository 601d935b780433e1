package io.tillstream.catalog.pricebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What goods are taxed at where a store stands: the taxes of its country and of its region together; where a region has a rate of its
 * own for a tax of the country, that one counts from its day on. Compound taxes come last.
 */
@Component
class TaxesOfStores {
    private static final int DECIMALS = 4;

    private static final String RATES = """
            with rate as (
                select distinct on (category, component, region, valid_from)
                       category, component, region, compound, rate, valid_from
                from tax_rate
                where country = :country and (region is null or region = :region::text)
                order by category, component, region, valid_from, recorded_no desc)
            select category, component, compound, rate, valid_from from rate
            where region is not null
               or not exists (select from rate own
                              where own.region is not null and own.category = rate.category
                                and own.component = rate.component and own.valid_from <= rate.valid_from)
            order by category, compound, component, valid_from
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TaxesOfStores(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Taxes of(StoreFacts.Store store) {
        List<PriceBook.DatedRate> rates = jdbc.sql(RATES)
                .param("country", store.country())
                .param("region", store.region())
                .query((row, number) -> new PriceBook.DatedRate(
                        row.getString("category"),
                        row.getString("component"),
                        row.getBoolean("compound"),
                        PriceScale.percent(row.getBigDecimal("rate")),
                        row.getObject("valid_from", LocalDate.class)))
                .list();
        return new Taxes(rates, together(rates, LocalDate.ofInstant(clock.instant(), ZoneId.of(store.timeZone()))));
    }

    /** By category: what all taxes in force on a day add to one unit of net amount, in per cent. */
    private static Map<String, BigDecimal> together(List<PriceBook.DatedRate> rates, LocalDate day) {
        Map<List<String>, PriceBook.DatedRate> inForce = new LinkedHashMap<>();
        for (PriceBook.DatedRate rate : rates) {
            if (!rate.validFrom().isAfter(day)) {
                inForce.put(List.of(rate.category(), rate.component()), rate);
            }
        }
        Map<String, BigDecimal> factors = new HashMap<>();
        for (PriceBook.DatedRate rate : inForce.values()) {
            BigDecimal before = factors.getOrDefault(rate.category(), BigDecimal.ZERO);
            BigDecimal share = rate.rate().movePointLeft(2);
            factors.put(
                    rate.category(), before.add(rate.compound() ? share.multiply(BigDecimal.ONE.add(before)) : share));
        }
        factors.replaceAll((category, factor) ->
                PriceScale.percent(factor.movePointRight(2).setScale(DECIMALS, RoundingMode.HALF_UP)));
        return factors;
    }

    /** Every rate where a store stands, and what is charged today. */
    record Taxes(List<PriceBook.DatedRate> rates, Map<String, BigDecimal> charged) {
        /** Null when no tax of the category is in force. */
        @Nullable
        BigDecimal today(String category) {
            return charged.get(category);
        }
    }
}
