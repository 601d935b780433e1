package io.tillstream.customer.purchase;

import io.tillstream.platform.money.Money;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Heads of sales per customer, newest first. */
@Repository
class Purchases {

    private static final String INSERT = """
            insert into purchase (sale_id, customer_id, store_id, till_id, receipt_number, document_type,
                                  occurred_at, business_date, currency, total)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                                 ?::timestamptz[], ?::date[], ?::text[], ?::numeric[])
            on conflict on constraint purchase_pk do nothing
            """;

    private static final String SELECT = """
            select sale_id, store_id, till_id, receipt_number, document_type, occurred_at, business_date, currency, total
            from purchase
            where customer_id = :customerId
              and (:everyStore or store_id = any(:stores))
              and (cast(:afterTime as timestamptz) is null
                   or (occurred_at, sale_id) < (cast(:afterTime as timestamptz), cast(:afterSale as uuid)))
            order by occurred_at desc, sale_id desc
            limit :rows
            """;

    private final JdbcClient jdbc;

    Purchases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<SaleCompleted> sales) {
        if (sales.isEmpty()) {
            return;
        }
        jdbc.sql(INSERT)
                .params(
                        column(sales, SaleCompleted::id, UUID[]::new),
                        column(sales, SaleCompleted::customerId, UUID[]::new),
                        column(sales, SaleCompleted::storeId, String[]::new),
                        column(sales, SaleCompleted::tillId, String[]::new),
                        column(sales, SaleCompleted::receiptNumber, Long[]::new),
                        column(sales, SaleCompleted::documentType, String[]::new),
                        column(sales, sale -> Timestamp.from(sale.occurredAt()), Timestamp[]::new),
                        column(sales, sale -> Date.valueOf(sale.businessDate()), Date[]::new),
                        column(sales, SaleCompleted::currency, String[]::new),
                        column(sales, SaleCompleted::total, BigDecimal[]::new))
                .update();
    }

    /** What the customer bought in the caller's stores. */
    @Transactional(readOnly = true)
    Page<Purchase> of(UUID customerId, @Nullable String cursor, int limit, Caller caller) {
        boolean known = jdbc.sql("select exists (select 1 from customer where id = ?)")
                .param(customerId)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new NotFound("customer " + customerId);
        }
        Last last = Cursor.decode(cursor, 2, Last::of);
        List<Purchase> found = jdbc.sql(SELECT)
                .param("customerId", customerId)
                .param("everyStore", caller.servesEveryStore())
                .param("stores", caller.stores().toArray(String[]::new))
                .param("afterTime", last == null ? null : Timestamp.from(last.occurredAt()))
                .param("afterSale", last == null ? null : last.saleId())
                .param("rows", limit + 1)
                .query(Purchases::purchase)
                .list();
        return Page.of(found, limit, end -> Cursor.encode(end.occurredAt(), end.saleId()));
    }

    /** The row a page ended with. */
    private record Last(Instant occurredAt, UUID saleId) {

        static Last of(List<String> key) {
            return new Last(Instant.parse(key.getFirst()), UUID.fromString(key.getLast()));
        }
    }

    private static Purchase purchase(ResultSet row, int number) throws SQLException {
        return new Purchase(
                row.getObject("sale_id", UUID.class),
                row.getString("store_id"),
                row.getString("till_id"),
                row.getLong("receipt_number"),
                row.getString("document_type"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getObject("business_date", LocalDate.class),
                new Money(row.getBigDecimal("total").stripTrailingZeros(), row.getString("currency")).rounded());
    }

    private static <T> T[] column(
            List<SaleCompleted> sales, Function<SaleCompleted, @Nullable T> value, IntFunction<T[]> array) {
        return sales.stream().map(value).toArray(array);
    }
}
