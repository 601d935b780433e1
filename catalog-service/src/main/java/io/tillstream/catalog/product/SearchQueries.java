package io.tillstream.catalog.product;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people typed, as PostgreSQL's text queries. */
final class SearchQueries {
    private SearchQueries() {}

    static String whole(String word) {
        return "'" + word + "'";
    }

    static String beginning(String word) {
        return "'" + word + "':*";
    }

    static String all(Stream<String> queries) {
        return queries.collect(Collectors.joining(" & "));
    }

    static String any(List<String> words) {
        return words.stream().map(SearchQueries::whole).collect(Collectors.joining(" | ", "(", ")"));
    }
}
