package io.tillstream.order.dailytakings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts the takings anew from the stored sales, while trading. Batches of new sales wait until it is done; it counts exactly the
 * sales whose event was applied before, so that what waits is counted once. Readers see the old figures until the new ones stand.
 */
@Component
class TakingsRebuild {

    private static final int CHUNK = 500;
    private static final TypeReference<List<CompletedSale.Tax>> TAXES = new TypeReference<>() {};

    private static final String HOLD_BATCHES =
            "lock table takings_by_hour, takings_by_product, takings_progress in share row exclusive mode";

    private static final String COUNTED_SALES = """
            select s.* from sale s
            where exists (select from inbox i where i.consumer = 'takings' and i.event_id = s.event_id)
            """;

    private static final String LINES =
            "select sale_id, sku, name, quantity, tax_category, tax_rate, amount from sale_line where sale_id = any(?)";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TakingsLedger ledger;

    TakingsRebuild(JdbcClient jdbc, JsonMapper json, TakingsLedger ledger) {
        this.jdbc = jdbc;
        this.json = json;
        this.ledger = ledger;
    }

    /** How many sales were counted. */
    @Transactional
    public long rebuild() {
        jdbc.sql(HOLD_BATCHES).update();
        for (String readModel : List.of("takings_by_hour", "takings_by_product", "takings_progress")) {
            jdbc.sql("delete from " + readModel).update();
        }
        long counted = 0;
        List<CompletedSale> chunk = new ArrayList<>(CHUNK);
        List<UUID> ids = new ArrayList<>(CHUNK);
        try (Stream<Stored> sales =
                jdbc.sql(COUNTED_SALES).withFetchSize(CHUNK).query((row, number) -> stored(row)).stream()) {
            for (Stored sale : (Iterable<Stored>) sales::iterator) {
                ids.add(sale.id());
                chunk.add(sale.head());
                counted++;
                if (chunk.size() == CHUNK) {
                    count(ids, chunk);
                }
            }
        }
        count(ids, chunk);
        return counted;
    }

    private void count(List<UUID> ids, List<CompletedSale> heads) {
        if (heads.isEmpty()) {
            return;
        }
        Map<UUID, List<CompletedSale.Line>> lines = jdbc
                .sql(LINES)
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("sale_id", UUID.class), line(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        List<CompletedSale> sales = new ArrayList<>(heads.size());
        for (int i = 0; i < heads.size(); i++) {
            sales.add(heads.get(i).withLines(lines.getOrDefault(ids.get(i), List.of())));
        }
        ledger.add(sales);
        ids.clear();
        heads.clear();
    }

    private Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                new CompletedSale(
                        row.getString("store_id"),
                        row.getString("till_id"),
                        row.getObject("business_date", LocalDate.class),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("document_type"),
                        row.getString("cashier"),
                        row.getString("cashier_name"),
                        List.of(),
                        json.readValue(row.getString("taxes"), TAXES)));
    }

    private static CompletedSale.Line line(ResultSet row) throws SQLException {
        return new CompletedSale.Line(
                row.getString("sku"),
                row.getString("name"),
                row.getBigDecimal("quantity"),
                row.getString("tax_category"),
                row.getBigDecimal("tax_rate"),
                row.getBigDecimal("amount"));
    }

    private record Stored(UUID id, CompletedSale head) {}
}
