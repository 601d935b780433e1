package io.tillstream.catalog.pricebook;

import io.tillstream.platform.web.Cursor;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a store's price book. */
@Component
class PriceBookReader {
    private static final String CHANGES = """
            with changed as (
                select product_id, version from price_book_version where version > :after order by version limit :limit
            )
            select product.id, product.sku, product.name, product.brand, product.unit, product.tax_category,
                   codes.codes, codes.quantities, codes.prices, product.category_id, category.path as category, product.age_limit,
                   product.stock_tracked, product.status = 'ACTIVE' as active, changed.version, product.tracking,
                   product.family_id, family.name as family, options.names, options.option_values, options.places,
                   (select image.id from product_image image where image.product_id = product.id and image.state = 'READY'
                    order by image.position limit 1) as image_id
            from changed
            join product on product.id = changed.product_id
            left join category on category.id = product.category_id
            left join lateral (
                select array_agg(code order by code) as codes, array_agg(trim_scale(quantity) order by code) as quantities,
                       array_agg(case when currency = :currency then price end order by code) as prices
                from product_barcode where product_barcode.product_id = product.id) codes on true
            left join product_family family on family.id = product.family_id
            left join lateral (
                select array_agg(known.name order by known.position) as names,
                       array_agg(given.option_value order by known.position) as option_values,
                       array_agg(array_position(known.option_values, given.option_value) order by known.position) as places
                from product_family_option known
                join product_option given on given.product_id = product.id and given.name = known.name
                where known.family_id = product.family_id) options on product.family_id is not null
            order by changed.version
            """;

    private static final String SCAN_LAYOUTS = """
            select distinct on (prefix) prefix, item_digits, value_digits, value_checked, value_kind as value, decimals
            from scan_layout where active and (store_id is null or store_id = :store)
            order by prefix, store_id nulls last
            """;

    private final JdbcClient jdbc;
    private final ListedPrices prices;
    private final TaxesOfStores taxes;

    PriceBookReader(JdbcClient jdbc, ListedPrices prices, TaxesOfStores taxes) {
        this.jdbc = jdbc;
        this.prices = prices;
        this.taxes = taxes;
    }

    /** The newest version of the book. */
    long version() {
        return versions().last();
    }

    /** Whether more than so many products changed after a version. */
    boolean hasMoreThan(int size, long after) {
        return jdbc.sql(
                        "select version from price_book_version where version > :after order by version offset :size limit 1")
                .param("after", after)
                .param("size", size)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    PriceBook changes(StoreFacts.Store store, long after, int limit) {
        // read before the rows: a change in between is seen twice, never missed
        Versions versions = versions();
        List<Row> rows = jdbc.sql(CHANGES)
                .param("currency", store.currency())
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, number) -> row(row, store.currency()))
                .list();
        boolean more = rows.size() > limit;
        List<Row> page = more ? rows.subList(0, limit) : rows;
        long last = page.isEmpty() ? after : page.getLast().version();
        // at the end of the book its reader knows everything up to the newest version, also what is no product
        long reached = more ? last : Math.max(last, versions.last());
        ListedPrices.OfStore cost =
                prices.in(store, page.stream().map(Row::productId).toList());
        TaxesOfStores.Taxes taxed = taxes.of(store);
        return new PriceBook(
                reached,
                versions.promotions(),
                versions.priceLists(),
                taxed.rates(),
                store.pricesIncludeTax(),
                page.stream()
                        .map(row -> row.with(cost, taxed, store.currency()))
                        .toList(),
                more ? Cursor.encode(last) : null,
                scanLayouts(store.id()));
    }

    private Versions versions() {
        return jdbc.sql("select last_version, promotions_version, price_lists_version from price_book_counter")
                .query((row, number) -> new Versions(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private List<PriceBook.ScanLayout> scanLayouts(String storeId) {
        return jdbc.sql(SCAN_LAYOUTS)
                .param("store", storeId)
                .query(new DataClassRowMapper<>(PriceBook.ScanLayout.class))
                .list();
    }

    private static Row row(ResultSet row, String currency) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("sku"),
                row.getString("name"),
                row.getString("brand"),
                Unit.valueOf(row.getString("unit")),
                row.getString("tax_category"),
                codes(row, currency),
                row.getObject("category_id", UUID.class),
                row.getString("category"),
                row.getObject("age_limit", Integer.class),
                row.getBoolean("stock_tracked"),
                row.getBoolean("active"),
                row.getLong("version"),
                row.getString("tracking"),
                variant(row),
                row.getObject("image_id", UUID.class));
    }

    private static PriceBook.@Nullable Variant variant(ResultSet row) throws SQLException {
        UUID familyId = row.getObject("family_id", UUID.class);
        if (familyId == null || row.getArray("names") == null) {
            return null;
        }
        String[] names = (String[]) row.getArray("names").getArray();
        String[] values = (String[]) row.getArray("option_values").getArray();
        Integer[] places = (Integer[]) row.getArray("places").getArray();
        List<PriceBook.OptionValue> options = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            options.add(new PriceBook.OptionValue(names[i], values[i], places[i]));
        }
        return new PriceBook.Variant(familyId, row.getString("family"), options);
    }

    private static List<PriceBook.Code> codes(ResultSet row, String currency) throws SQLException {
        if (row.getArray("codes") == null) {
            return List.of();
        }
        String[] codes = (String[]) row.getArray("codes").getArray();
        BigDecimal[] quantities = (BigDecimal[]) row.getArray("quantities").getArray();
        @Nullable BigDecimal[] prices = (BigDecimal[]) row.getArray("prices").getArray();
        List<PriceBook.Code> all = new ArrayList<>(codes.length);
        for (int i = 0; i < codes.length; i++) {
            BigDecimal price = prices[i];
            all.add(new PriceBook.Code(
                    codes[i], quantities[i], price == null ? null : PriceScale.shown(price, currency)));
        }
        return all;
    }

    /** The newest versions of the book, of its promotions and of its price lists. */
    private record Versions(long last, long promotions, long priceLists) {}

    /** A product without its prices. */
    private record Row(
            UUID productId,
            String sku,
            String name,
            @Nullable String brand,
            Unit unit,
            String taxCategory,
            List<PriceBook.Code> barcodes,
            @Nullable UUID categoryId,
            @Nullable String category,
            @Nullable Integer ageLimit,
            boolean stockTracked,
            boolean active,
            long version,
            String tracking,
            PriceBook.@Nullable Variant variant,
            @Nullable UUID imageId) {

        PriceBook.Entry with(ListedPrices.OfStore cost, TaxesOfStores.Taxes taxed, String currency) {
            return new PriceBook.Entry(
                    productId,
                    sku,
                    name,
                    brand,
                    unit,
                    cost.onTheShelf(productId),
                    currency,
                    cost.of(productId),
                    taxCategory,
                    taxed.today(taxCategory),
                    barcodes,
                    categoryId,
                    category,
                    ageLimit,
                    stockTracked,
                    active,
                    version,
                    tracking,
                    variant,
                    imageId);
        }
    }
}
