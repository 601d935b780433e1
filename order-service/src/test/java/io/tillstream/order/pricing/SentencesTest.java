package io.tillstream.order.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The texts that the console shares. */
class SentencesTest {

    private static final Path PRICING = Path.of("../contracts/pricing");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "ar"})
    void everyDecisionOfTheGoldenVectorsCanBeTold(String language) {
        Sentences sentences = in(language);
        GoldenVectorsTest.vectorFiles()
                .flatMap(arguments -> ((JsonNode) arguments[1]).path("vectors").valueStream())
                .flatMap(vector -> vector.path("expected").path("trace").valueStream())
                .map(entry -> sentences.of(PricingJson.MAPPER.treeToValue(entry, TraceEntry.class)))
                .forEach(sentence -> assertThat(sentence).isNotBlank().doesNotContain("{"));
    }

    @Test
    void examplesReadAsTheyDoInTheConsole() {
        for (JsonNode example : PricingJson.MAPPER.readTree(PRICING.resolve("sentence-examples.json"))) {
            TraceEntry entry = PricingJson.MAPPER.treeToValue(example.path("entry"), TraceEntry.class);
            example.path("sentences")
                    .properties()
                    .forEach(expected -> assertThat(in(expected.getKey()).of(entry))
                            .isEqualTo(expected.getValue().stringValue()));
        }
    }

    private static Sentences in(String language) {
        return PricingJson.MAPPER.readValue(PRICING.resolve("sentences." + language + ".json"), Sentences.class);
    }
}
