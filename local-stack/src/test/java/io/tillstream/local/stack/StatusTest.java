package io.tillstream.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillstream.local.Part;
import io.tillstream.local.Settings;
import io.tillstream.local.process.Running;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {

    @TempDir
    Path home;

    @Test
    void theJsonHasTheKeysThatScriptsHoldOnTo() throws Exception {
        Settings settings = Box.in(home);
        Running ourselves = Running.of(ProcessHandle.current().pid(), "1").orElseThrow();
        new Suite(settings).pidFile(Part.KAFKA).write(ourselves);

        JsonNode report = new ObjectMapper().valueToTree(Status.of(settings));

        assertThat(report.path("ready").isBoolean()).isTrue();
        assertThat(report.path("ready").asBoolean()).isFalse();
        assertThat(report.path("parts")).hasSize(Part.values().length);
        JsonNode kafka = part(report, "kafka");
        assertThat(names(kafka))
                .containsExactly("name", "state", "port", "pid", "startedAt", "residentMb", "cpuSeconds");
        assertThat(kafka.path("state").asText()).isEqualTo("starting");
        assertThat(kafka.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
        assertThat(kafka.path("residentMb").asLong()).isPositive();
        assertThat(kafka.path("cpuSeconds").asDouble()).isPositive();
        assertThat(part(report, "api-gateway").path("state").asText()).isEqualTo("stopped");
    }

    private static JsonNode part(JsonNode report, String name) {
        for (JsonNode part : report.path("parts")) {
            if (part.path("name").asText().equals(name)) {
                return part;
            }
        }
        throw new AssertionError("no part " + name + " in " + report);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
