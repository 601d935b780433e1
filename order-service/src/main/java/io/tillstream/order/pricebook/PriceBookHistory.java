package io.tillstream.order.pricebook;

import io.tillstream.order.pricebook.KnownFacts.PriceFact;
import io.tillstream.order.pricebook.KnownFacts.ProductFact;
import io.tillstream.order.pricebook.KnownFacts.RateFact;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the catalog has said so far, in three statements for any number of products. */
@Component
public class PriceBookHistory {

    private static final String HEARD = """
            select greatest((select max(book_version) from price_book_product), (select max(book_version) from price_book_price),
                            (select max(book_version) from price_book_tax_rate), (select max(book_version) from price_book_terms), 0)
            """;

    private final JdbcClient jdbc;
    private final TermsArchive terms;

    PriceBookHistory(JdbcClient jdbc, TermsArchive terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    /** The newest version of the catalog's price book that any news came from. */
    public long heardUpTo() {
        return jdbc.sql(HEARD).query(Long.class).single();
    }

    public KnownFacts of(Collection<UUID> products, Collection<String> countries) {
        UUID[] ids = products.toArray(UUID[]::new);
        return new KnownFacts(products(ids), prices(ids), rates(countries), terms.promotions(), terms.priceLists());
    }

    private List<ProductFact> products(UUID[] ids) {
        return jdbc.sql("""
                        select product_id, tax_category, weighed, categories, book_version, version
                        from price_book_product where product_id = any(?)""")
                .param(ids)
                .query((row, number) -> new ProductFact(
                        row.getObject("product_id", UUID.class),
                        row.getString("tax_category"),
                        row.getBoolean("weighed"),
                        texts(row.getArray("categories")),
                        row.getLong("book_version"),
                        row.getLong("version")))
                .list();
    }

    private List<PriceFact> prices(UUID[] ids) {
        return jdbc.sql("""
                        select id, product_id, store_id, amount, currency, valid_from, valid_until, price_list_id,
                               minimum_quantity, book_version
                        from price_book_price where product_id = any(?)
                        order by book_version, id""").param(ids).query(PriceBookHistory::price).list();
    }

    private static PriceFact price(ResultSet row, int number) throws SQLException {
        Timestamp until = row.getTimestamp("valid_until");
        return new PriceFact(
                row.getObject("product_id", UUID.class),
                row.getString("store_id"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getTimestamp("valid_from").toInstant(),
                until == null ? null : until.toInstant(),
                row.getObject("price_list_id", UUID.class),
                row.getBigDecimal("minimum_quantity"),
                row.getLong("book_version"));
    }

    private List<RateFact> rates(Collection<String> countries) {
        return jdbc.sql("""
                        select country, region, category, coalesce(component, category) as component, compound, rate, valid_from,
                               book_version
                        from price_book_tax_rate
                        where country = any(?)
                        order by book_version, id""")
                .param(countries.toArray(String[]::new))
                .query((row, number) -> new RateFact(
                        row.getString("country"),
                        row.getString("region"),
                        row.getString("category"),
                        row.getString("component"),
                        row.getBoolean("compound"),
                        row.getBigDecimal("rate"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getLong("book_version")))
                .list();
    }

    private static List<String> texts(Array ids) throws SQLException {
        return Arrays.stream((UUID[]) ids.getArray()).map(UUID::toString).toList();
    }
}
