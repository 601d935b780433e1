package io.tillstream.catalog.product;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds products by what people type, best first. The rules are those of {@code docs/architecture/search.md}: each is asked
 * only for as many as those before it left room for; typing errors are thought of when nothing else was found.
 */
@Component
class ProductSearch {
    private final ProductMatches matches;
    private final SearchVocabulary vocabulary;
    private final ProductViews views;

    ProductSearch(ProductMatches matches, SearchVocabulary vocabulary, ProductViews views) {
        this.matches = matches;
        this.vocabulary = vocabulary;
        this.views = views;
    }

    @Transactional(readOnly = true)
    public List<ProductView> find(String typed, int limit) {
        Typed text = matches.read(typed);
        Set<UUID> found = new LinkedHashSet<>();
        for (Rule rule : rules(text)) {
            if (found.size() < limit) {
                found.addAll(rule.matches(limit));
            }
        }
        if (found.isEmpty() && text.words().stream().anyMatch(word -> TypingErrors.forgivenIn(word) > 0)) {
            found.addAll(despiteTypingErrors(text, limit));
        }
        Map<UUID, ProductView> seen =
                views.withIds(List.copyOf(found)).stream().collect(toMap(ProductView::id, identity()));
        return found.stream()
                .limit(limit)
                .map(seen::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Rule> rules(Typed typed) {
        List<Rule> rules = new ArrayList<>();
        rules.add(limit -> matches.byCode(typed.text()));
        rules.add(limit -> matches.bySkuBeginning(typed.text(), limit));
        rules.add(limit -> matches.byBarcodeBeginning(typed.text(), limit));
        if (!typed.words().isEmpty()) {
            rules.add(limit -> matches.byNameBeginning(typed.name(), limit));
            rules.add(limit -> matches.byWholeWordsOfName(typed.words(), limit));
        }
        // a letter or two begin too many words to mean any
        if (typed.words().stream().anyMatch(SearchVocabulary::saysEnough)) {
            rules.add(limit -> matches.byWordsOfName(typed.words(), limit));
            rules.add(limit -> matches.byWords(typed.words(), limit));
            rules.add(limit -> matches.byWordsAndCategories(typed.words(), limit));
            rules.add(limit -> insideWords(typed, limit));
        }
        return rules;
    }

    private List<UUID> insideWords(Typed typed, int limit) {
        List<String> parts = new ArrayList<>();
        for (String word : typed.words()) {
            if (SearchVocabulary.saysEnough(word)) {
                List<String> words = vocabulary.withPart(word);
                if (words.isEmpty()) {
                    return List.of();
                }
                parts.add(SearchQueries.any(words));
            } else {
                parts.add(SearchQueries.beginning(word));
            }
        }
        return matches.byName(SearchQueries.all(parts.stream()), limit);
    }

    private List<UUID> despiteTypingErrors(Typed typed, int limit) {
        List<String> meant = new ArrayList<>();
        for (String word : typed.words()) {
            if (TypingErrors.forgivenIn(word) == 0) {
                meant.add(SearchQueries.beginning(word));
            } else {
                List<String> words = vocabulary.meantBy(word);
                if (words.isEmpty()) {
                    return List.of();
                }
                meant.add(SearchQueries.any(words));
            }
        }
        return matches.nearest(typed.words(), SearchQueries.all(meant.stream()), limit);
    }

    private interface Rule {
        List<UUID> matches(int limit);
    }

    /**
     * @param text as it was typed
     * @param words in small letters, without accents
     */
    record Typed(String text, List<String> words) {
        /** How a name starts that starts with these words. */
        String name() {
            return String.join(" ", words);
        }
    }
}
