package io.tillstream.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Compares the running service's OpenAPI with the committed {@code contracts/openapi/<service>.json}. */
public final class OpenApiContract {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private OpenApiContract() {}

    /**
     * With {@code -Dcontracts.update=true} writes the file instead.
     *
     * @throws AssertionError when service and file differ
     */
    public static void check(Api api, String service) {
        Path file = Contract.contracts().resolve("openapi").resolve(service + ".json");
        String current = normalised(JSON.readTree(api.get("/v3/api-docs").bytes()));
        try {
            if (Boolean.getBoolean("contracts.update")) {
                Files.writeString(file, current);
                return;
            }
            if (!Files.exists(file) || !Files.readString(file).equals(current)) {
                Path actual = Path.of("target", service + ".openapi.json");
                Files.writeString(actual, current);
                throw new AssertionError("The API of " + service + " is not what contracts/openapi says; see " + actual
                        + ". When the change is meant, run the test with -Dcontracts.update=true and commit the file.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String normalised(JsonNode openApi) {
        ((ObjectNode) openApi).remove("servers");
        return JSON.writeValueAsString(openApi) + "\n";
    }
}
