package io.tillstream.catalog.pricebook;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives each changed product the next version of the price book. The counter's row stays locked until the commit, so
 * versions become visible in the order they were given out and a reader who asks for what came after one misses nothing.
 * Call it last in a transaction: until its end, other changes of the catalog wait.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PriceBookVersions {
    private static final String RESERVE =
            "update price_book_counter set last_version = last_version + :count returning last_version";

    private static final String ASSIGN = """
            insert into price_book_version (product_id, version)
            select id, :base + row_number() over (order by id) from (%s) changed (id)
            on conflict on constraint price_book_version_pk do update set version = excluded.version
            """;

    private final JdbcClient jdbc;

    PriceBookVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void changed(Collection<UUID> products) {
        if (products.isEmpty()) {
            return;
        }
        UUID[] distinct = products.stream().distinct().toArray(UUID[]::new);
        jdbc.sql(ASSIGN.formatted("select unnest(:ids)"))
                .param("base", reserve(distinct.length))
                .param("ids", distinct)
                .update();
    }

    /** A tax rate concerns every product of its category. */
    public void changedInTaxCategory(String taxCategory) {
        jdbc.sql(ASSIGN.formatted("select id from product where tax_category = :category"))
                .param("base", reserveForAll())
                .param("category", taxCategory)
                .update();
    }

    /** A store that moved to another currency or country needs the whole book again. */
    public void changedAll() {
        jdbc.sql(ASSIGN.formatted("select id from product"))
                .param("base", reserveForAll())
                .update();
    }

    /** A list that reaches more stores concerns every product it has a price of. */
    public void changedInPriceList(UUID priceListId) {
        jdbc.sql(ASSIGN.formatted("select distinct product_id from price where price_list_id = :list"))
                .param("base", reserveForAll())
                .param("list", priceListId)
                .update();
    }

    /**
     * Tills read promotions anew when this version of the book is not the one they know.
     *
     * @return the version from which on a till knows them
     */
    public long promotionsChanged() {
        return next("promotions_version");
    }

    /** @return the version from which on a till knows the price lists as they stand now */
    public long priceListsChanged() {
        return next("price_lists_version");
    }

    /** @return the version from which on a till knows all tax rates set so far */
    public long taxRatesChanged() {
        return reserve(1) + 1;
    }

    private long next(String part) {
        return jdbc.sql("update price_book_counter set last_version = last_version + 1, " + part
                        + " = last_version + 1 returning last_version")
                .query(Long.class)
                .single();
    }

    /** Something that every page of the book carries has changed. */
    public void turned() {
        reserve(1);
    }

    // versions that nothing gets are harmless: only their order counts
    private long reserveForAll() {
        Long products =
                jdbc.sql("select count(*) from product").query(Long.class).single();
        return reserve(products);
    }

    private long reserve(long count) {
        return jdbc.sql(RESERVE).param("count", count).query(Long.class).single() - count;
    }
}
