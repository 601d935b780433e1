package io.tillstream.catalog.product;

import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words of all products: which of them hold a part, and which somebody may have meant who made an error. */
@Component
class SearchVocabulary {
    private static final int MOST_WORDS = 200;
    private static final int SHORTEST = 3;
    private static final String LEAST_ALIKE = "0.2";

    private static final String WITH_PART =
            "select word from search_word where word like :part order by word limit :most";

    private static final String ALIKE = """
            select word from search_word
            where :typed <% word and length(word) >= :shortest
            """;

    private final JdbcClient jdbc;

    SearchVocabulary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The beginning or a part of a word counts from three letters on, in scripts that write no blanks from one on. */
    static boolean saysEnough(String typed) {
        return typed.length() >= SHORTEST || typed.codePoints().anyMatch(SearchVocabulary::isOfBlanklessScript);
    }

    private static boolean isOfBlanklessScript(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    List<String> withPart(String typed) {
        return jdbc.sql(WITH_PART)
                .param("part", "%" + typed + "%")
                .param("most", MOST_WORDS)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The nearest first. */
    List<String> meantBy(String typed) {
        jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', :least, true)")
                .param("least", LEAST_ALIKE)
                .query(String.class)
                .single();
        return jdbc
                .sql(ALIKE)
                .param("typed", typed)
                .param("shortest", typed.length() - TypingErrors.forgivenIn(typed))
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .filter(word -> TypingErrors.cost(typed, word) != TypingErrors.TOO_MANY)
                .sorted(Comparator.<String>comparingInt(word -> TypingErrors.cost(typed, word))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_WORDS)
                .toList();
    }
}
