package io.tillstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ComposeTest {
    private static final Pattern FROM_ENV_FILE = Pattern.compile("\\$\\{([A-Z_]+):\\?");

    @Test
    void composeRunsEveryServiceAsDocumented() throws IOException {
        assertThat(findings(compose())).isEmpty();
    }

    static Stream<Arguments> plantedFaults() {
        return Stream.of(
                Arguments.of("service left out", fault(all -> all.remove("order-service")), "is not in compose.yaml"),
                Arguments.of(
                        "undocumented variable",
                        fault(all -> environment(all, "order-service").put("ORDER_FLAVOUR", "plain")),
                        "ORDER_FLAVOUR is not a name"),
                Arguments.of(
                        "variable forgotten",
                        fault(all -> environment(all, "order-service").remove("DB_URL")),
                        "DB_URL is not set"),
                Arguments.of(
                        "literal password",
                        fault(all -> environment(all, "order-service").put("DB_PASSWORD", "hunter2")),
                        "DB_PASSWORD is written out"),
                Arguments.of(
                        "no health check",
                        fault(all -> ((ObjectNode) all.path("order-service")).remove("healthcheck")),
                        "no healthcheck"),
                Arguments.of(
                        "waits for nobody",
                        fault(all -> ((ObjectNode) all.at("/order-service/depends_on")).put("redis", "")),
                        "waits for redis"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plantedFaults")
    void aPlantedFaultIsFound(String fault, Consumer<ObjectNode> plant, String finding) throws IOException {
        ObjectNode compose = compose();
        plant.accept((ObjectNode) compose.path("services"));

        assertThat(findings(compose)).extracting(Finding::toString).anyMatch(found -> found.contains(finding));
    }

    @Test
    void whatComposeAsksOfTheEnvFileIsInTheExample() throws IOException {
        List<String> example = Files.readAllLines(Overlay.ROOT.resolve(".env.example"));
        Set<String> asked = new TreeSet<>();
        Matcher names = FROM_ENV_FILE.matcher(Files.readString(Overlay.ROOT.resolve("compose.yaml")));
        while (names.find()) {
            asked.add(names.group(1));
        }

        assertThat(asked).isNotEmpty().allSatisfy(name -> assertThat(example).contains(name + "="));
    }

    @Test
    void everyDatabaseIsMade() throws IOException {
        String init = Files.readString(Overlay.ROOT.resolve("compose/create-databases.sh"));
        compose().path("services").forEach(service -> {
            String url = service.at("/environment/DB_URL").asString("");
            if (!url.isEmpty()) {
                assertThat(init)
                        .containsPattern("for database in .*\\b" + url.substring(url.lastIndexOf('/') + 1) + "\\b");
            }
        });
    }

    private static List<Finding> findings(ObjectNode compose) throws IOException {
        Contract contract = Contract.read();
        JsonNode services = compose.path("services");
        List<Finding> findings = new ArrayList<>();
        for (String part : contract.parts()) {
            JsonNode service = services.path(part);
            if (service.isMissingNode()) {
                findings.add(new Finding(part, "is not in compose.yaml"));
                continue;
            }
            findings.addAll(contract.checkEnvironment(
                    part, new TreeSet<>(service.path("environment").propertyNames())));
            if (!service.has("healthcheck")) {
                findings.add(new Finding(part, "has no healthcheck"));
            }
        }
        services.propertyStream().forEach(entry -> {
            entry.getValue().path("depends_on").propertyNames().stream()
                    .filter(name -> !services.has(name))
                    .forEach(name ->
                            findings.add(new Finding(entry.getKey(), "waits for " + name + ", which is not there")));
            entry.getValue()
                    .path("environment")
                    .propertyStream()
                    .filter(variable -> variable.getKey().matches(".*(PASSWORD|SECRET).*"))
                    .filter(variable -> !variable.getValue().asString().startsWith("${"))
                    .forEach(variable ->
                            findings.add(new Finding(entry.getKey(), variable.getKey() + " is written out")));
        });
        return findings;
    }

    /** SnakeYAML resolves the merge keys that compose.yaml is written with. */
    private static ObjectNode compose() throws IOException {
        Object tree = new Yaml().load(Files.readString(Overlay.ROOT.resolve("compose.yaml")));
        return JsonMapper.shared().valueToTree(tree);
    }

    private static ObjectNode environment(ObjectNode services, String service) {
        return (ObjectNode) services.path(service).path("environment");
    }

    private static Consumer<ObjectNode> fault(Consumer<ObjectNode> plant) {
        return plant;
    }
}
