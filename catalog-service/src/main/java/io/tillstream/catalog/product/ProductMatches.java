package io.tillstream.catalog.product;

import io.tillstream.catalog.barcode.BarcodeText;
import io.tillstream.catalog.product.ProductSearch.Typed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One statement for each of the rules by which products are found; of equals the one whose name comes first. */
@Component
class ProductMatches {
    private static final int MOST_WORDS = 10;
    private static final int SHORTEST_CODE = 4;
    /** Enough to find the nearest among them. */
    private static final int MOST_NEAR = 500;
    // beyond every letter: what begins with a text comes before the text with this behind it
    private static final String LAST_LETTER = Character.toString(Character.MAX_CODE_POINT);

    private static final String BY_CODE = """
            select product_id from product_barcode where active and match_key = :key
            union all
            select id from product where lower(sku) = lower(:typed)
            """;

    private static final String BY_SKU_BEGINNING = """
            select id from product
            where status = 'ACTIVE' and lower(sku) ~>=~ lower(:typed) and lower(sku) ~<~ (lower(:typed) || :last)
            order by lower(sku) using ~<~ limit :limit
            """;

    // GTINs are kept with zeros in front: those of 13, 12 and 8 digits with one, two and six more
    private static final String BY_BARCODE_BEGINNING = """
            select product_id from unnest(array['', '0', '00', '000000']) as zeros
            cross join lateral (
                select product_id, code from product_barcode
                where active and match_key ~>=~ (zeros || :typed) and match_key ~<~ (zeros || :typed || :last)
                  and starts_with(code, :typed)
                order by match_key using ~<~ limit :limit) begun
            order by code collate "C" limit :limit
            """;

    private static final String BY_NAME_BEGINNING = """
            select id from product
            where status = 'ACTIVE' and search_name >= :name and search_name < (:name || :last)
            order by search_name, lower(sku) collate "C" limit :limit
            """;

    private static final String CATEGORIES =
            "select coalesce(array_agg(id), '{}') from category where search_words @@ :beginning::tsquery";

    private static final String WORD_OR_CATEGORY =
            "(search_words @@ :word%1$d::tsquery or category_id = any(:categories%1$d))";

    // of frequent words the first names are soon found in their order, rare words by themselves: the planner must see
    // them
    private static final String READ = """
            select search_text(:typed), set_config('plan_cache_mode', 'force_custom_plan', true)
            """;

    private static final String BY_NAME = """
            select id from product where status = 'ACTIVE' and %s
            order by search_name, lower(sku) collate "C" limit :limit
            """;

    private static final String NEAREST = """
            select id, tsvector_to_array(search_words) from product
            where status = 'ACTIVE' and search_words @@ :words::tsquery
            order by search_name, lower(sku) collate "C" limit :limit
            """;

    private final JdbcClient jdbc;

    ProductMatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The words of what was typed; a dozen would not find more than ten. */
    Typed read(String typed) {
        String text = jdbc.sql(READ)
                .param("typed", typed)
                .query((row, number) -> row.getString(1))
                .single();
        return new Typed(
                typed,
                Arrays.stream(text.split(" "))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .toList());
    }

    List<UUID> byCode(String typed) {
        return ids(jdbc.sql(BY_CODE).param("key", BarcodeText.matchKey(typed)).param("typed", typed));
    }

    List<UUID> bySkuBeginning(String typed, int limit) {
        return ids(jdbc.sql(BY_SKU_BEGINNING)
                .param("typed", typed)
                .param("last", LAST_LETTER)
                .param("limit", limit));
    }

    List<UUID> byBarcodeBeginning(String typed, int limit) {
        if (typed.length() < SHORTEST_CODE) {
            return List.of();
        }
        return ids(jdbc.sql(BY_BARCODE_BEGINNING)
                .param("typed", typed)
                .param("last", LAST_LETTER)
                .param("limit", limit));
    }

    List<UUID> byNameBeginning(String name, int limit) {
        return ids(jdbc.sql(BY_NAME_BEGINNING)
                .param("name", name)
                .param("last", LAST_LETTER)
                .param("limit", limit));
    }

    /** Every word is one of the name. */
    List<UUID> byWholeWordsOfName(List<String> words, int limit) {
        return inName(words, SearchQueries::whole, " || ' '", limit);
    }

    /** Every word begins one of the name. */
    List<UUID> byWordsOfName(List<String> words, int limit) {
        return inName(words, SearchQueries::beginning, "", limit);
    }

    private List<UUID> inName(List<String> words, UnaryOperator<String> query, String end, int limit) {
        String everyWord = IntStream.range(0, words.size())
                .mapToObj(word -> "strpos(' ' || search_name || ' ', ' ' || :word%d%s) > 0".formatted(word, end))
                .collect(Collectors.joining(" and "));
        JdbcClient.StatementSpec statement = jdbc.sql(
                        BY_NAME.formatted("search_words @@ :query::tsquery and " + everyWord))
                .param("query", SearchQueries.all(words.stream().map(query)))
                .param("limit", limit);
        for (int i = 0; i < words.size(); i++) {
            statement = statement.param("word" + i, words.get(i));
        }
        return ids(statement);
    }

    /** Every word begins one of the name or the brand. */
    List<UUID> byWords(List<String> words, int limit) {
        return byName(SearchQueries.all(words.stream().map(SearchQueries::beginning)), limit);
    }

    /** Every word begins one of the name, the brand or the category. */
    List<UUID> byWordsAndCategories(List<String> words, int limit) {
        List<UUID[]> categories = words.stream().map(this::categories).toList();
        if (categories.stream().allMatch(ids -> ids.length == 0)) {
            return List.of();
        }
        String everyWord = IntStream.range(0, words.size())
                .mapToObj(WORD_OR_CATEGORY::formatted)
                .collect(Collectors.joining(" and "));
        JdbcClient.StatementSpec statement =
                jdbc.sql(BY_NAME.formatted(everyWord)).param("limit", limit);
        for (int i = 0; i < words.size(); i++) {
            statement = statement
                    .param("word" + i, SearchQueries.beginning(words.get(i)))
                    .param("categories" + i, categories.get(i));
        }
        return ids(statement);
    }

    private UUID[] categories(String word) {
        return jdbc.sql(CATEGORIES)
                .param("beginning", SearchQueries.beginning(word))
                .query((row, number) -> (UUID[]) row.getArray(1).getArray())
                .single();
    }

    List<UUID> byName(String query, int limit) {
        return ids(jdbc.sql(BY_NAME.formatted("search_words @@ :query::tsquery"))
                .param("query", query)
                .param("limit", limit));
    }

    /** Those that match the query, the fewest errors first. */
    List<UUID> nearest(List<String> typed, String query, int limit) {
        return jdbc
                .sql(NEAREST)
                .param("words", query)
                .param("limit", MOST_NEAR)
                .query((row, number) -> new Near(row.getObject(1, UUID.class), cost(typed, (String[])
                        row.getArray(2).getArray())))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(Near::cost))
                .limit(limit)
                .map(Near::id)
                .toList();
    }

    private static int cost(List<String> typed, String[] words) {
        return typed.stream()
                .mapToInt(one -> Stream.of(words)
                        .mapToInt(word -> TypingErrors.cost(one, word))
                        .min()
                        .orElse(TypingErrors.TOO_MANY))
                .sum();
    }

    private static List<UUID> ids(JdbcClient.StatementSpec statement) {
        return statement.query((row, number) -> row.getObject(1, UUID.class)).list();
    }

    private record Near(UUID id, int cost) {}
}
