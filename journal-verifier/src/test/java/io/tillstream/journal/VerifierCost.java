package io.tillstream.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What 100,000 entries in a file cost; prints it ({@code -Dtest=VerifierCost}). The file stays in {@code target}, for the jar and
 * for the console's verifier.
 */
class VerifierCost {

    private static final int ENTRIES = 100_000;
    private static final Path FILE = Path.of("target", "hundred-thousand.ndjson");

    @Test
    void aHundredThousandEntries() throws IOException {
        TestTill till = new TestTill("hundred thousand", "berlin-1");
        JsonMapper json = new JsonMapper();
        try (BufferedWriter file = Files.newBufferedWriter(FILE)) {
            ObjectNode head = json.createObjectNode().put("format", "tillstream-journal-export-1");
            file.write(json.writeValueAsString(head.setAll(json.<ObjectNode>valueToTree(till.device()))));
            file.newLine();
            for (int entry = 0; entry < ENTRIES; entry++) {
                file.write(json.writeValueAsString(till.next("9.98")));
                file.newLine();
            }
        }
        long began = System.nanoTime();
        boolean whole = new VerifyJournal(System.out, Set.of()).areWhole(List.of(FILE));
        System.out.printf(
                "%,d entries in %.1f s on %d processors%n",
                ENTRIES, (System.nanoTime() - began) / 1e9, Runtime.getRuntime().availableProcessors());
        assertThat(whole).isTrue();
    }
}
