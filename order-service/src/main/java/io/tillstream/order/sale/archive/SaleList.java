package io.tillstream.order.sale.archive;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.sale.DocumentType;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of sales, newest trading day and time first; what stands behind a figure. */
@Component
class SaleList {

    private static final String HEADS = """
            select s.*, coalesce(s.rung_up_by, s.cashier) as rang_it_up,
                   coalesce(s.rung_up_by_name, s.cashier_name) as rang_it_up_name,
                   (select count(*) from sale_line l where l.sale_id = s.id) as lines,
                   (select count(*) from sale_anomaly a where a.sale_id = s.id) as anomalies,
                   exists (select from sale_anomaly a where a.sale_id = s.id and a.kind = 'PRICE_BOOK_DISAGREES') as price_differs
            from sale s left join store on store.id = s.store_id
            """;

    private static final String NEWEST_FIRST =
            " order by s.business_date desc, s.occurred_at desc, s.id desc limit :limit";

    private final JdbcClient jdbc;

    SaleList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param stores only sales of these stores; null is every store */
    Page<SaleHead> page(SaleFilter filter, @Nullable List<String> stores, @Nullable String cursor, int limit) {
        Conditions conditions = new Conditions();
        conditions.add("s.store_id = any(:stores)", "stores", stores == null ? null : stores.toArray(String[]::new));
        conditions.add("s.store_id = :storeId", "storeId", filter.storeId());
        conditions.add("s.business_date = :businessDate", "businessDate", filter.businessDate());
        conditions.add("s.till_id = :tillId", "tillId", filter.tillId());
        conditions.add("s.till_session_id = :tillSessionId", "tillSessionId", filter.tillSessionId());
        conditions.add("s.receipt_number = :receiptNumber", "receiptNumber", filter.receiptNumber());
        conditions.add("s.external_reference = :externalReference", "externalReference", filter.externalReference());
        conditions.add("s.customer_id = :customerId", "customerId", filter.customerId());
        conditions.add(
                "exists (select from sale_line l where l.sale_id = s.id and l.return_of_sale_id = :returnOf)",
                "returnOf",
                filter.returnOf());
        conditions.add("coalesce(s.rung_up_by, s.cashier) = :cashier", "cashier", filter.cashier());
        conditions.add(
                "extract(hour from s.occurred_at at time zone coalesce(store.time_zone, 'UTC')) = :hour",
                "hour",
                filter.hour());
        conditions.add("exists (select from sale_line l where l.sale_id = s.id and l.sku = :sku)", "sku", filter.sku());
        conditions.after(Cursor.decode(cursor, 3));
        List<SaleHead> heads = jdbc.sql(HEADS + conditions.where() + NEWEST_FIRST)
                .params(conditions.values)
                .param("limit", limit + 1)
                .query((row, number) -> head(row))
                .list();
        return Page.of(heads, limit, head -> Cursor.encode(head.businessDate(), head.occurredAt(), head.id()));
    }

    private static SaleHead head(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new SaleHead(
                row.getObject("id", UUID.class),
                row.getString("store_id"),
                row.getString("till_id"),
                row.getObject("till_session_id", UUID.class),
                row.getLong("receipt_number"),
                DocumentType.valueOf(row.getString("document_type")),
                row.getTimestamp("occurred_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("business_date", LocalDate.class),
                currency,
                Amounts.written(row.getBigDecimal("total"), currency),
                row.getString("rang_it_up"),
                row.getString("rang_it_up_name"),
                row.getObject("customer_id", UUID.class),
                row.getString("external_reference"),
                row.getLong("lines"),
                row.getLong("anomalies"),
                row.getBoolean("price_differs"));
    }

    /** The parts of a filter that were asked for. */
    private static final class Conditions {

        private final List<String> texts = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        void add(String text, String name, @Nullable Object value) {
            if (value != null) {
                texts.add(text);
                values.put(name, value);
            }
        }

        void after(@Nullable List<String> sortKey) {
            if (sortKey != null) {
                texts.add("(s.business_date, s.occurred_at, s.id) < (:lastDate, :lastTime, :lastId)");
                values.put("lastDate", LocalDate.parse(sortKey.get(0)));
                values.put("lastTime", Instant.parse(sortKey.get(1)).atOffset(ZoneOffset.UTC));
                values.put("lastId", UUID.fromString(sortKey.get(2)));
            }
        }

        String where() {
            return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
        }
    }
}
