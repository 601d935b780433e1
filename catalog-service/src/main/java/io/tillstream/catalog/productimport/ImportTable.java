package io.tillstream.catalog.productimport;

import io.tillstream.platform.id.UuidV7;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file's good lines in a table that lives as long as the import's transaction, a thousand lines to a statement. */
@Component
class ImportTable {
    private static final int AT_ONCE = 1000;

    private static final String CREATE = """
            create temporary table import_line (
                line integer primary key, id uuid, id_given boolean, sku text, name text, description text, brand text,
                category text, unit text, tax_category text, stock_tracked boolean, age_limit integer,
                age_limit_given boolean, price_id uuid, price numeric, currency text, codes text[], match_keys text[],
                quantities numeric[], code_prices numeric[], tracking text, family text, option_names text[],
                option_values text[], component_skus text[], component_quantities numeric[], family_id uuid,
                option_key text[], variant_changes boolean not null default false,
                components_change boolean not null default false
            ) on commit drop
            """;

    // lists of lists are no arrays in PostgreSQL: each line's codes, options and components travel as the text of an
    // array
    private static final String PUT = """
            insert into import_line (line, id, id_given, sku, name, description, brand, category, unit, tax_category,
                stock_tracked, age_limit, age_limit_given, price_id, price, currency, codes, match_keys, quantities,
                code_prices, tracking, family, option_names, option_values, component_skus, component_quantities)
            select line, id, id_given, sku, name, description, brand, category, unit, tax_category, stock_tracked, age_limit,
                   age_limit_given, price_id, price, currency, codes::text[], match_keys::text[], quantities::numeric[],
                   code_prices::numeric[], tracking, family, option_names::text[], option_values::text[],
                   component_skus::text[], component_quantities::numeric[]
            from unnest(:line::integer[], :id::uuid[], :idGiven::boolean[], :sku::text[], :name::text[],
                    :description::text[], :brand::text[], :category::text[], :unit::text[], :taxCategory::text[],
                    :stockTracked::boolean[], :ageLimit::integer[], :ageLimitGiven::boolean[], :priceId::uuid[],
                    :price::numeric[], :currency::text[], :codes::text[], :matchKeys::text[], :quantities::text[],
                    :codePrices::text[], :tracking::text[], :family::text[], :optionNames::text[], :optionValues::text[],
                    :componentSkus::text[], :componentQuantities::text[])
                as given (line, id, id_given, sku, name, description, brand, category, unit, tax_category, stock_tracked,
                    age_limit, age_limit_given, price_id, price, currency, codes, match_keys, quantities, code_prices,
                    tracking, family, option_names, option_values, component_skus, component_quantities)
            """;

    private final JdbcClient jdbc;

    ImportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Creates the table and hands out where to put lines. */
    Filling create() {
        jdbc.sql(CREATE).update();
        return new Filling();
    }

    private void put(List<ProductLine> lines) {
        jdbc.sql(PUT)
                .param("line", column(lines, ProductLine::line))
                .param("id", column(lines, line -> line.id() == null ? UuidV7.next() : line.id()))
                .param("idGiven", column(lines, line -> line.id() != null))
                .param("sku", column(lines, ProductLine::sku))
                .param("name", column(lines, ProductLine::name))
                .param("description", column(lines, ProductLine::description))
                .param("brand", column(lines, ProductLine::brand))
                .param("category", column(lines, ProductLine::category))
                .param("unit", column(lines, ProductLine::unit))
                .param("taxCategory", column(lines, ProductLine::taxCategory))
                .param("stockTracked", column(lines, ProductLine::stockTracked))
                .param("ageLimit", column(lines, ProductLine::ageLimit))
                .param("ageLimitGiven", column(lines, ProductLine::ageLimitGiven))
                .param("priceId", column(lines, line -> line.price() == null ? null : UuidV7.next()))
                .param("price", column(lines, ProductLine::price))
                .param("currency", column(lines, ProductLine::currency))
                .param("codes", column(lines, line -> array(line.codes(), ProductLine.Code::code)))
                .param("matchKeys", column(lines, line -> array(line.codes(), ProductLine.Code::matchKey)))
                .param(
                        "quantities",
                        column(
                                lines,
                                line -> array(
                                        line.codes(), code -> code.quantity().toPlainString())))
                .param("codePrices", column(lines, line -> array(line.codes(), ImportTable::price)))
                .param("tracking", column(lines, ProductLine::tracking))
                .param("family", column(lines, ProductLine::family))
                .param("optionNames", column(lines, line -> array(line.options(), ProductLine.Option::name)))
                .param("optionValues", column(lines, line -> array(line.options(), ProductLine.Option::value)))
                .param("componentSkus", column(lines, line -> array(line.components(), ProductLine.Part::sku)))
                .param(
                        "componentQuantities",
                        column(
                                lines,
                                line -> array(
                                        line.components(),
                                        part -> part.quantity().toPlainString())))
                .update();
    }

    private static @Nullable String[] column(
            List<ProductLine> lines, Function<ProductLine, ? extends @Nullable Object> value) {
        @Nullable String[] column = new String[lines.size()];
        for (int i = 0; i < column.length; i++) {
            Object cell = value.apply(lines.get(i));
            column[i] = cell == null ? null : cell.toString();
        }
        return column;
    }

    private static <T> @Nullable String array(@Nullable List<T> entries, Function<T, @Nullable String> part) {
        if (entries == null) {
            return null;
        }
        return entries.stream()
                .map(part)
                .map(text ->
                        text == null ? "null" : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String price(ProductLine.Code code) {
        return code.price() == null ? null : code.price().toPlainString();
    }

    /** Gathers lines until a statement is worth it. */
    final class Filling {
        private final List<ProductLine> gathered = new ArrayList<>(AT_ONCE);

        void add(ProductLine line) {
            gathered.add(line);
            if (gathered.size() == AT_ONCE) {
                flush();
            }
        }

        /** Puts in what is gathered; to be called after the last line. */
        void complete() {
            flush();
            jdbc.sql("analyze import_line").update();
        }

        private void flush() {
            if (!gathered.isEmpty()) {
                put(gathered);
                gathered.clear();
            }
        }
    }
}
