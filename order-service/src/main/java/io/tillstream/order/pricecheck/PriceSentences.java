package io.tillstream.order.pricecheck;

import io.tillstream.order.pricing.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The kernel's sentences in every language that we have them in. */
@Component
class PriceSentences {

    private static final List<Locale> LANGUAGES =
            List.of("en", "de", "fr", "es", "ar").stream().map(Locale::of).toList();

    private final Map<Locale, Sentences> sentences = new HashMap<>();

    PriceSentences() {
        JsonMapper json = JsonMapper.builder().build();
        for (Locale language : LANGUAGES) {
            String file = "/pricing/sentences." + language.getLanguage() + ".json";
            try (InputStream in = PriceSentences.class.getResourceAsStream(file)) {
                sentences.put(language, json.readValue(Objects.requireNonNull(in, file), Sentences.class));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** In the first of the wanted languages that there is, else in English. */
    Sentences in(List<Locale> wanted) {
        return wanted.stream()
                .map(locale -> sentences.get(Locale.of(locale.getLanguage())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(sentences.get(LANGUAGES.getFirst())));
    }
}
