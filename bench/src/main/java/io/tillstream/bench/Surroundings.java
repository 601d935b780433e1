package io.tillstream.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The running suite that is measured: addresses and passwords as {@code ./till bench} hands them over in the environment,
 * processes as {@code ./till status} shows them.
 *
 * @param gateway what clients call
 * @param order order-service itself, past the gateway
 * @param postgres JDBC address of the server, ending in a slash
 * @param databases the services' databases, that of order-service first
 * @param pids process of each part by its name; children count to it
 */
record Surroundings(
        URI gateway,
        URI order,
        URI tokenUrl,
        String clientSecret,
        String postgres,
        String postgresUser,
        String postgresPassword,
        List<String> databases,
        String kafka,
        Map<String, Long> pids) {

    private static final String ORDER = "order-service";
    private static final String ORDER_DATABASE = "orders";
    private static final String SERVICE = "-service";

    static Surroundings from(Map<String, String> environment) throws IOException, InterruptedException {
        JsonNode parts = status(needed(environment, "TILL_CHECKOUT"));
        Map<String, Long> pids = new LinkedHashMap<>();
        List<String> databases = new ArrayList<>(List.of(ORDER_DATABASE));
        int orderPort = 0;
        for (JsonNode part : parts) {
            String name = part.path("name").asText();
            pids.put(name, part.path("pid").asLong());
            if (name.equals(ORDER)) {
                orderPort = part.path("port").asInt();
            } else if (name.endsWith(SERVICE)) {
                databases.add(name.substring(0, name.length() - SERVICE.length()));
            }
        }
        String postgres = needed(environment, "TILL_POSTGRES_URL");
        return new Surroundings(
                URI.create(needed(environment, "TILL_URL")),
                URI.create("http://127.0.0.1:" + orderPort),
                URI.create(needed(environment, "TILL_TOKEN_URL")),
                needed(environment, "TILL_CLI_SECRET"),
                postgres.substring(0, postgres.lastIndexOf('/') + 1),
                needed(environment, "TILL_POSTGRES_USER"),
                needed(environment, "TILL_POSTGRES_PASSWORD"),
                databases,
                needed(environment, "KAFKA_BOOTSTRAP_SERVERS"),
                pids);
    }

    private static JsonNode status(String checkout) throws IOException, InterruptedException {
        Process status = new ProcessBuilder(checkout + "/till", "status", "--json")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode report = new ObjectMapper().readTree(status.getInputStream());
        if (status.waitFor() != 0) {
            throw new IOException("not every part is ready");
        }
        return report.path("parts");
    }

    private static String needed(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set: start this with ./till bench");
        }
        return value;
    }
}
