package io.tillstream.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lists of queries that the tills answer as well. */
@ServiceTest
class SearchContractTest {
    private static final Path LISTS = Path.of("../contracts/search");

    private final Api api;

    SearchContractTest(Api api, TestBroker broker) {
        this.api = api.as(Token.everything());
        new Shop(api, broker);
    }

    @Test
    void everyQueryFindsWhatTheContractSays() throws IOException {
        JsonNode list = JsonMapper.shared().readTree(LISTS.resolve("queries.json"));
        Map<String, String> categories = new HashMap<>();
        for (JsonNode product : list.at("/products")) {
            Map<String, Object> facts = Shop.espresso(
                    product.at("/sku").asString(),
                    product.at("/barcodes")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toArray(String[]::new));
            facts.put("name", product.at("/name").asString());
            facts.put(
                    "brand",
                    product.at("/brand").isNull() ? null : product.at("/brand").asString());
            facts.put("categoryId", category(product.at("/category").asString(), categories));
            Api.Answer answer = api.put("/api/products/" + UuidV7.next(), facts);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        }
        Set<String> ours = list.at("/products")
                .valueStream()
                .map(product -> product.at("/sku").asString())
                .collect(Collectors.toSet());
        check(list, hit -> Stream.of(hit.at("/sku").asString()), ours::contains);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "data.openFoodFacts",
            matches = ".+",
            disabledReason = "-Ddata.openFoodFacts says where Open Food Facts' products.csv lies")
    void realProductsAreFoundAsTheContractSays() throws IOException {
        String file = Files.readString(Path.of(System.getProperty("data.openFoodFacts")));
        Api.Answer done =
                api.post("/api/product-imports?acceptGood=true", file.getBytes(StandardCharsets.UTF_8), "text/csv");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        Set<String> ours = file.lines().map(line -> line.split(",", 2)[0]).collect(Collectors.toSet());
        check(
                JsonMapper.shared().readTree(LISTS.resolve("open-food-facts-queries.json")),
                hit -> hit.at("/barcodes")
                        .valueStream()
                        .map(code -> code.at("/code").asString()),
                ours::contains);
    }

    /** Other tests' products are in the same catalog and are passed over. */
    private void check(JsonNode list, Function<JsonNode, Stream<String>> codes, Predicate<String> ours) {
        SoftAssertions all = new SoftAssertions();
        for (JsonNode query : list.at("/queries")) {
            String typed = query.at("/typed").asString();
            List<String> expected =
                    query.at("/finds").valueStream().map(JsonNode::asString).toList();
            List<String> found = api.get("/api/products?limit=500&q="
                            + URLEncoder.encode(typed, StandardCharsets.UTF_8).replace("+", "%20"))
                    .json()
                    .at("/items")
                    .valueStream()
                    .flatMap(codes)
                    .filter(ours)
                    .toList();
            boolean rest = !expected.isEmpty() && !query.at("/andNothingElse").asBoolean(false);
            all.assertThat(rest ? found.stream().limit(expected.size()).toList() : found)
                    .as(typed + ": " + query.at("/rule").asString(""))
                    .isEqualTo(expected);
        }
        all.assertAll();
    }

    private String category(String path, Map<String, String> known) {
        String parent = path.contains(" > ") ? category(path.substring(0, path.lastIndexOf(" > ")), known) : null;
        return known.computeIfAbsent(path, name -> {
            String id = UuidV7.next().toString();
            Map<String, Object> facts = new HashMap<>();
            facts.put("name", name.substring(name.lastIndexOf('>') + 1).strip());
            facts.put("parentId", parent);
            assertThat(api.put("/api/categories/" + id, facts).status()).isEqualTo(201);
            return id;
        });
    }
}
