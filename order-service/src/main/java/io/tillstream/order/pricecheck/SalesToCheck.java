package io.tillstream.order.pricecheck;

import io.tillstream.order.pricebook.PricedStore;
import io.tillstream.order.pricing.BasketToPrice.ChargedLine;
import io.tillstream.order.sale.SaleLine;
import io.tillstream.order.sale.SaleLineRow;
import io.tillstream.order.sale.SalePricing;
import io.tillstream.order.sale.TaxShare;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the sales that name a version of the price book, three statements for any number of them. */
@Component
class SalesToCheck {

    private static final TypeReference<List<TaxShare>> TAXES = new TypeReference<>() {};

    private static final String SALES = """
            select sale.id, sale.currency, sale.pricing::text, sale.taxes::text, store.id as store_id, store.country,
                   store.region, store.prices_include_tax, store.time_zone
            from sale left join store on store.id = sale.store_id
            where sale.id = any(?) and sale.pricing -> 'priceBookVersion' is not null and sale.external_reference is null
            """;

    private static final String LINES = "select * from sale_line where sale_id = any(?) order by sale_id, line_no";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SaleLineRow line;
    private final SoldBefore soldBefore;

    SalesToCheck(JdbcClient jdbc, JsonMapper json, SaleLineRow line, SoldBefore soldBefore) {
        this.jdbc = jdbc;
        this.json = json;
        this.line = line;
        this.soldBefore = soldBefore;
    }

    List<PricedSale> among(Collection<UUID> sales) {
        Map<UUID, List<SaleLine>> lines = new HashMap<>();
        Map<UUID, Map<Integer, ChargedLine>> charged = new HashMap<>();
        List<PricedSale> found = jdbc.sql(SALES)
                .param(sales.toArray(UUID[]::new))
                .query((row, number) -> sale(row, lines, charged))
                .list();
        if (!found.isEmpty()) {
            jdbc.sql(LINES)
                    .param(found.stream().map(PricedSale::id).toArray(UUID[]::new))
                    .query(row -> {
                        Objects.requireNonNull(lines.get(row.getObject("sale_id", UUID.class)))
                                .add(line.read(row));
                    });
            soldBefore
                    .of(bringingBack(lines))
                    .forEach((sale, own) ->
                            Objects.requireNonNull(charged.get(sale)).putAll(own));
        }
        return found;
    }

    private static List<UUID> bringingBack(Map<UUID, List<SaleLine>> lines) {
        return lines.entrySet().stream()
                .filter(sale -> sale.getValue().stream().anyMatch(each -> each.returnOf() != null))
                .map(Map.Entry::getKey)
                .toList();
    }

    private PricedSale sale(
            ResultSet row, Map<UUID, List<SaleLine>> lines, Map<UUID, Map<Integer, ChargedLine>> charged)
            throws SQLException {
        SalePricing pricing = json.readValue(row.getString("pricing"), SalePricing.class);
        UUID id = row.getObject("id", UUID.class);
        List<SaleLine> own = new ArrayList<>();
        Map<Integer, ChargedLine> ownCharged = new HashMap<>();
        lines.put(id, own);
        charged.put(id, ownCharged);
        return new PricedSale(
                id,
                store(row),
                Objects.requireNonNull(pricing.priceBookVersion()),
                pricing,
                own,
                json.readValue(row.getString("taxes"), TAXES),
                ownCharged);
    }

    private static @Nullable PricedStore store(ResultSet row) throws SQLException {
        String id = row.getString("store_id");
        return id == null
                ? null
                : new PricedStore(
                        id,
                        row.getString("currency"),
                        row.getString("country"),
                        row.getString("region"),
                        row.getBoolean("prices_include_tax"),
                        ZoneId.of(row.getString("time_zone")));
    }
}
