package io.tillstream.customer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {

    private static final Set<String> JUERGEN =
            SearchTerms.of("Jürgen Müller-Groß", "j.mueller@example.org", "+49 (0)170 1234567");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "müller", "MUELLER", "Muller", "mül", "mu", "Groß", "gross jürgen", "juergen m",
                        "j.mueller@example.org",
                "example", "0170 1234567", "0170 12", "+49 170 1234567", "0049-170", "170123", "4567", "Miller",
                        "jurgen 4567"
            })
    void isFoundBy(String typed) {
        assertThat(found(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"schmidt", "müller hans", "0171 1234567", "7654", "", "m", "%", "'; drop table"})
    void isNotFoundBy(String typed) {
        assertThat(found(typed)).isFalse();
    }

    @Test
    void aNumberWrittenAtHomeIsFoundByItsInternationalForm() {
        Set<String> terms = SearchTerms.of("Ana", null, "0170 1234567");

        assertThat(SearchTerms.asked("+49 170 1234567").getFirst()).containsAnyElementsOf(terms);
    }

    @Test
    void namesThatSoundAlikeShareATerm() {
        assertThat(Sound.of("meier")).isEqualTo(Sound.of("maier")).isEqualTo(Sound.of("meyer"));
        assertThat(Sound.of("schmidt")).isEqualTo(Sound.of("schmitt"));
        assertThat(Sound.of("becker")).isNotEqualTo(Sound.of("wagner"));
    }

    private static boolean found(String typed) {
        var asked = SearchTerms.asked(typed);
        return !asked.isEmpty()
                && asked.stream().allMatch(terms -> terms.stream().anyMatch(JUERGEN::contains));
    }
}
