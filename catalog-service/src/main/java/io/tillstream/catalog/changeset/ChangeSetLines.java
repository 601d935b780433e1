package io.tillstream.catalog.changeset;

import io.tillstream.catalog.pricebook.PriceScale;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What change sets did, line by line. */
@Repository
class ChangeSetLines {
    private static final String ADD = """
            insert into change_set_line (change_set_id, product_id, minimum_quantity, price_before, price_after, replaced,
                    value_before, value_after, state)
            select :id, given.product_id, given.minimum_quantity, given.price_before, given.price_after, given.replaced,
                   given.value_before, given.value_after, 'SET'
            from unnest(:products::uuid[], :minimums::numeric[], :before::numeric[], :after::numeric[],
                        :replaced::boolean[], :valuesBefore::text[], :valuesAfter::text[])
                as given (product_id, minimum_quantity, price_before, price_after, replaced, value_before, value_after)
            """;

    private static final String STATE = """
            update change_set_line set state = :state
            from unnest(:products::uuid[], :minimums::numeric[]) as given (product_id, minimum_quantity)
            where change_set_id = :id and change_set_line.product_id = given.product_id
              and change_set_line.minimum_quantity = given.minimum_quantity
            """;

    private static final String READ = """
            select line.product_id, product.sku, product.name, trim_scale(line.minimum_quantity) as minimum_quantity,
                   line.price_before, line.price_after, line.value_before, line.value_after, line.state,
                   change_set.terms #>> '{edit,currency}' as currency
            from change_set_line line
            join change_set on change_set.id = line.change_set_id
            join product on product.id = line.product_id
            where line.change_set_id = :id
              and (not :left or line.state not in ('SET', 'SET_BACK'))
              and (:sku::text is null
                   or (lower(product.sku), line.minimum_quantity) > (:sku::text, :minimum::numeric))
            order by lower(product.sku), line.minimum_quantity limit :limit
            """;

    private final JdbcClient jdbc;

    ChangeSetLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID changeSet, List<ForecastLine> lines) {
        jdbc.sql(ADD)
                .param("id", changeSet)
                .param("products", texts(lines, ForecastLine::productId))
                .param("minimums", texts(lines, line -> line.minimumQuantity().toPlainString()))
                .param("before", texts(lines, line -> plain(line.priceBefore())))
                .param("after", texts(lines, line -> plain(line.priceAfter())))
                .param("replaced", texts(lines, line -> line.has(ForecastLine.Note.REPLACES_SCHEDULED)))
                .param("valuesBefore", texts(lines, ForecastLine::valueBefore))
                .param("valuesAfter", texts(lines, ForecastLine::valueAfter))
                .update();
    }

    /** When the moment of a set has come: its lines are what they are found to be now. */
    void replace(UUID changeSet, List<ForecastLine> lines) {
        forget(changeSet);
        add(changeSet, lines);
    }

    void forget(UUID changeSet) {
        jdbc.sql("delete from change_set_line where change_set_id = :id")
                .param("id", changeSet)
                .update();
    }

    void turn(UUID changeSet, Collection<Kept> lines, ChangeSetLine.State state) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql(STATE)
                .param("id", changeSet)
                .param("state", state.name())
                .param("products", lines.stream().map(Kept::productId).toArray(UUID[]::new))
                .param(
                        "minimums",
                        lines.stream()
                                .map(line -> line.minimumQuantity().toPlainString())
                                .toArray(String[]::new))
                .update();
    }

    List<Kept> of(UUID changeSet) {
        return jdbc.sql("""
                        select product_id, trim_scale(minimum_quantity) as minimum_quantity, price_before, price_after,
                               replaced, value_before, value_after
                        from change_set_line where change_set_id = :id""")
                .param("id", changeSet)
                .query(new DataClassRowMapper<>(Kept.class))
                .list();
    }

    /** By SKU. */
    Page<ChangeSetLine> list(UUID changeSet, boolean left, @Nullable String cursor, int limit) {
        Key after = Cursor.decode(cursor, 2, parts -> new Key(parts.getFirst(), new BigDecimal(parts.getLast())));
        List<ChangeSetLine> rows = jdbc.sql(READ)
                .param("id", changeSet)
                .param("left", left)
                .param("sku", after == null ? null : after.sku())
                .param("minimum", after == null ? null : after.minimumQuantity())
                .param("limit", limit + 1)
                .query((row, number) -> line(row))
                .list();
        return Page.of(
                rows,
                limit,
                last -> Cursor.encode(
                        last.sku().toLowerCase(Locale.ROOT),
                        last.minimumQuantity().toPlainString()));
    }

    private static ChangeSetLine line(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new ChangeSetLine(
                row.getObject("product_id", UUID.class),
                row.getString("sku"),
                row.getString("name"),
                row.getBigDecimal("minimum_quantity"),
                shown(row.getBigDecimal("price_before"), currency),
                shown(row.getBigDecimal("price_after"), currency),
                row.getString("value_before"),
                row.getString("value_after"),
                ChangeSetLine.State.valueOf(row.getString("state")));
    }

    private static @Nullable BigDecimal shown(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : PriceScale.shown(amount, currency);
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static @Nullable String[] texts(List<ForecastLine> lines, Function<ForecastLine, @Nullable Object> part) {
        return lines.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    /** A line as its reversal needs it. */
    record Kept(
            UUID productId,
            BigDecimal minimumQuantity,
            @Nullable BigDecimal priceBefore,
            @Nullable BigDecimal priceAfter,
            boolean replaced,
            @Nullable String valueBefore,
            @Nullable String valueAfter) {}

    private record Key(String sku, BigDecimal minimumQuantity) {}
}
