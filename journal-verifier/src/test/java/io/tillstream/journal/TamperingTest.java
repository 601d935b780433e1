package io.tillstream.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillstream.journal.Tampering.Expected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that may be done to an export is found and named; the console's verifier reads the same files. */
class TamperingTest {

    private static final Path CONTRACTS = Path.of("../contracts/journal");

    static Stream<Tampering> tamperings() {
        return Tampering.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void whatWasDoneIsNamed(Tampering tampering, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("export.ndjson"), tampering.file());
        List<Flaw> flaws = new ArrayList<>();
        new Proof(List.of(new ExportFile(file)), tampering.kept(), flaws::add, result -> {}).run();

        assertThat(flaws)
                .extracting(flaw -> new Expected(flaw.kind(), flaw.of(), flaw.number(), flaw.until()))
                .as(flaws.toString())
                .containsExactlyElementsOf(tampering.flaws());
    }

    @Test
    void thereIsAnExampleOfEachKind() {
        assertThat(tamperings().flatMap(each -> each.flaws().stream()).map(Expected::kind))
                .containsAll(Arrays.asList(Flaw.Kind.values()));
    }

    /** With {@code -Dcontracts.update=true} writes them. */
    @Test
    void theFilesOfTheContractAreThese() throws IOException {
        JsonMapper json = new JsonMapper();
        ArrayNode cases = json.createArrayNode();
        for (Tampering each : Tampering.all()) {
            same(each.name() + ".ndjson", each.file());
            ObjectNode one = cases.addObject().put("name", each.name());
            ArrayNode kept = one.putArray("kept");
            each.kept().forEach(kept::add);
            ArrayNode flaws = one.putArray("flaws");
            each.flaws().forEach(flaw -> flaws.add(json.valueToTree(flaw)));
        }
        same("cases.json", json.writerWithDefaultPrettyPrinter().writeValueAsString(cases) + "\n");
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".ndjson")))
                    .hasSize(cases.size());
        }
    }

    private static void same(String name, String content) throws IOException {
        Path file = CONTRACTS.resolve(name);
        if (Boolean.getBoolean("contracts.update")) {
            Files.createDirectories(CONTRACTS);
            Files.writeString(file, content);
        }
        assertThat(Files.readString(file))
                .as("%s; when the change is meant, run with -Dcontracts.update=true and commit it", name)
                .isEqualTo(content);
    }
}
