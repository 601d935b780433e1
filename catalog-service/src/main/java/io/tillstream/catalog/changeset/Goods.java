package io.tillstream.catalog.changeset;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the products that a change set is about. */
@Component
class Goods {
    private static final String FIND = """
            with recursive branch (id) as (
                select id from category where id = any(:categories)
                union
                select category.id from category join branch on category.parent_id = branch.id
            )
            select product.id, product.sku, product.name, product.category_id, product.status, product.tax_category,
                   product.age_limit
            from product
            where (:status::text is null or product.status = :status::text)
              and (cardinality(:categories) = 0 or product.category_id in (select id from branch))
              and (cardinality(:brands) = 0 or lower(product.brand) = any(:brands))
              and (cardinality(:products) = 0 or product.id = any(:products))
              and product.id <> all (:except)
              and (:list::uuid is null or exists (
                    select from price where price.product_id = product.id and price.price_list_id = :list::uuid
                                        and price.counts_until > :now))
              and not exists (
                    select from unnest(:words) as word
                    where product.name not ilike '%' || word || '%' and lower(product.sku) not like lower(word) || '%'
                      and coalesce(product.brand, '') not ilike '%' || word || '%')
            order by lower(product.sku)
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Goods(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * By SKU.
     *
     * @throws ChangeSetNotValid when there are more than {@value ChangeSetTerms#MOST_PRODUCTS}
     */
    List<Found> of(ChangeSetTerms terms) {
        ChangeSetTerms.Selection selection = terms.selection();
        List<Found> found = jdbc.sql(FIND)
                .param("categories", selection.categories().toArray(UUID[]::new))
                .param(
                        "brands",
                        selection.brands().stream()
                                .map(brand -> brand.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param("products", selection.products().toArray(UUID[]::new))
                .param("except", selection.exceptProducts().toArray(UUID[]::new))
                .param("list", selection.priceListId())
                .param("words", words(selection.search()))
                .param("status", status(selection))
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", ChangeSetTerms.MOST_PRODUCTS + 1)
                .query(new DataClassRowMapper<>(Found.class))
                .list();
        if (found.size() > ChangeSetTerms.MOST_PRODUCTS) {
            throw new ChangeSetNotValid(
                    "/selection",
                    "These are more than " + ChangeSetTerms.MOST_PRODUCTS
                            + " products. Choose fewer, for instance one category after the other.");
        }
        return found;
    }

    private static @Nullable String status(ChangeSetTerms.Selection selection) {
        if (selection.status() != null) {
            return selection.status().name();
        }
        return selection.products().isEmpty() ? "ACTIVE" : null;
    }

    private static String[] words(@Nullable String search) {
        return search == null
                ? new String[0]
                : Arrays.stream(search.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .map(word ->
                                word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                        .toArray(String[]::new);
    }

    /** A product with what a change set can change of it, its prices apart. */
    record Found(
            UUID id,
            String sku,
            String name,
            @Nullable UUID categoryId,
            String status,
            String taxCategory,
            @Nullable Integer ageLimit) {}
}
