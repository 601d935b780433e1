package io.tillstream.customer.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer can be found by, as terms that are hashed before they are stored. A query asks for the very same terms:
 * beginnings of words, sounds of words, beginnings and ends of phone numbers.
 */
final class SearchTerms {

    private static final int SHORTEST_BEGINNING = 2;
    private static final int LONGEST_BEGINNING = 8;
    private static final int SHORTEST_NUMBER = 4;
    private static final int LONGEST_NUMBER = 11;
    private static final int LONGEST_COUNTRY_CODE = 3;
    private static final int MOST_WORDS = 12;

    private SearchTerms() {}

    static Set<String> of(String name, @Nullable String email, @Nullable String phone) {
        Set<String> terms = new LinkedHashSet<>();
        List<String> nameWords = Words.of(name);
        nameWords.stream().limit(MOST_WORDS).forEach(word -> {
            addBeginnings(terms, word);
            addSound(terms, word);
        });
        if (email != null) {
            Words.of(email).stream().limit(MOST_WORDS).forEach(word -> addBeginnings(terms, word));
        }
        if (phone != null) {
            addNumber(terms, phone);
        }
        return terms;
    }

    /** One set per word of the query; a customer is found when each set holds a term of theirs. Empty: nothing to ask. */
    static List<Set<String>> asked(String query) {
        if (Words.isPhone(query)) {
            return List.of(askedNumber(query));
        }
        return Words.of(query).stream()
                .filter(word -> word.length() >= SHORTEST_BEGINNING)
                .limit(MOST_WORDS)
                .map(SearchTerms::askedWord)
                .toList();
    }

    private static Set<String> askedWord(String word) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(beginning(word, Math.min(word.length(), LONGEST_BEGINNING)));
        addSound(terms, word);
        if (Words.isPhone(word)) {
            terms.addAll(askedNumber(word));
        }
        return terms;
    }

    private static Set<String> askedNumber(String phone) {
        Set<String> terms = new LinkedHashSet<>();
        String digits = Words.digits(phone);
        int most = Words.isInternational(phone) ? LONGEST_COUNTRY_CODE : 0;
        for (int skipped = 0; skipped <= most && digits.length() - skipped >= SHORTEST_NUMBER; skipped++) {
            String rest = digits.substring(skipped);
            terms.add("number:" + rest.substring(0, Math.min(rest.length(), LONGEST_NUMBER)));
        }
        if (digits.length() == SHORTEST_NUMBER) {
            terms.add("last:" + digits);
        }
        return terms;
    }

    private static void addBeginnings(Set<String> terms, String word) {
        for (int length = SHORTEST_BEGINNING; length <= Math.min(word.length(), LONGEST_BEGINNING); length++) {
            terms.add(beginning(word, length));
        }
    }

    private static String beginning(String word, int length) {
        return "word:" + word.substring(0, length);
    }

    private static void addSound(Set<String> terms, String word) {
        String sound = Sound.of(word);
        if (!sound.isEmpty()) {
            terms.add("sound:" + sound);
        }
    }

    private static void addNumber(Set<String> terms, String phone) {
        String digits = Words.digits(phone);
        int most = Words.isInternational(phone) ? LONGEST_COUNTRY_CODE : 0;
        for (int skipped = 0; skipped <= most; skipped++) {
            for (int length = SHORTEST_NUMBER;
                    length <= Math.min(digits.length() - skipped, LONGEST_NUMBER);
                    length++) {
                terms.add("number:" + digits.substring(skipped, skipped + length));
            }
        }
        if (digits.length() > SHORTEST_NUMBER) {
            terms.add("last:" + digits.substring(digits.length() - SHORTEST_NUMBER));
        }
    }
}
