package io.tillstream.order.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The vectors that the console's kernel runs as well. */
class GoldenVectorsTest {

    static final Path VECTORS = Path.of("../contracts/pricing/vectors");

    @ParameterizedTest
    @MethodSource("vectorFiles")
    void everyVectorOfAFileComesOutAsExpected(String name, JsonNode file) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode vector : file.path("vectors")) {
            JsonNode answer = PricingJson.price(bookOf(file, vector), vector.path("basket"));
            if (!answer.equals(vector.path("expected"))) {
                wrong.add(vector.path("id").stringValue() + "\nexpected " + vector.path("expected") + "\nbut was  "
                        + answer);
            }
            contradictions(vector.path("worked"), answer, "")
                    .forEach(place ->
                            wrong.add(vector.path("id").stringValue() + " was worked out otherwise: " + place));
        }
        assertThat(wrong).as(name).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vectorFiles")
    void everyFileHasTheShapeOfItsSchema(String name, JsonNode file) throws IOException {
        String schema = Files.readString(VECTORS.resolveSibling("vector-file.schema.json"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema, InputFormat.JSON)
                        .validate(file.toString(), InputFormat.JSON))
                .as(name)
                .isEmpty();
    }

    @Test
    void thereAreAtLeastThreeHundredVectorsEightyOfThemWorkedOutWithoutTheCode() {
        List<JsonNode> vectors = vectorFiles()
                .flatMap(arguments -> ((JsonNode) arguments[1]).path("vectors").valueStream())
                .toList();
        assertThat(vectors)
                .hasSizeGreaterThanOrEqualTo(300)
                .extracting(vector -> vector.path("id"))
                .doesNotHaveDuplicates();
        assertThat(vectors).filteredOn(vector -> vector.has("working")).hasSizeGreaterThanOrEqualTo(80);
    }

    static Stream<Object[]> vectorFiles() {
        try (Stream<Path> paths = Files.list(VECTORS)) {
            return paths.filter(path -> path.toString().endsWith(".json")).sorted().toList().stream()
                    .map(path ->
                            new Object[] {path.getFileName().toString(), PricingJson.MAPPER.readTree(path.toFile())});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode bookOf(JsonNode file, JsonNode vector) {
        ObjectNode book = file.path("books")
                .path(vector.path("book").stringValue())
                .deepCopy()
                .asObject();
        vector.path("bookChanges").properties().forEach(change -> book.set(change.getKey(), change.getValue()));
        return book;
    }

    /** The places at which {@code whole} lacks or contradicts something that {@code part} says. */
    private static List<String> contradictions(JsonNode part, JsonNode whole, String place) {
        List<String> found = new ArrayList<>();
        if (part instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                found.addAll(
                        contradictions(field.getValue(), whole.path(field.getKey()), place + "/" + field.getKey()));
            }
        } else if (part instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                found.addAll(contradictions(array.get(i), whole.path(i), place + "/" + i));
            }
        } else if (!part.isMissingNode() && !part.equals(whole)) {
            found.add(place + " is " + whole + ", not " + part);
        }
        return found;
    }
}
