package io.tillstream.platform.test;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An event's contract in {@code contracts/events/<context>}: its JSON Schema and examples. The producer's test asserts that
 * what it serialises is accepted, a consumer's test that it can read every example.
 */
public final class Contract {
    private final Path folder;
    private final String event;
    private final Schema schema;

    private Contract(Path folder, String event, Schema schema) {
        this.folder = folder;
        this.event = event;
        this.schema = schema;
    }

    /** @param event name with version, for instance {@code sale-completed.v1} */
    public static Contract of(String context, String event) {
        Path folder = contracts().resolve("events").resolve(context);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(folder.resolve(event + ".schema.json")), InputFormat.JSON);
        return new Contract(folder, event, schema);
    }

    /** What the schema finds wrong with a body, in words; empty when it is accepted. */
    public List<String> violations(byte[] body) {
        return schema.validate(new String(body, StandardCharsets.UTF_8), InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** @throws AssertionError naming every violation */
    public void accepts(byte[] body) {
        List<String> violations = violations(body);
        if (!violations.isEmpty()) {
            throw new AssertionError(event + " is broken by " + new String(body, StandardCharsets.UTF_8) + "\n"
                    + String.join("\n", violations));
        }
    }

    /** The bodies of all examples; at least one, each accepted by the schema. */
    public List<byte[]> examples() {
        try (Stream<Path> files = Files.list(folder.resolve("examples"))) {
            List<byte[]> examples = files.filter(
                            file -> file.getFileName().toString().startsWith(event + "."))
                    .sorted()
                    .map(file -> read(file).getBytes(StandardCharsets.UTF_8))
                    .toList();
            if (examples.isEmpty()) {
                throw new AssertionError(event + " has no example in " + folder.resolve("examples"));
            }
            examples.forEach(this::accepts);
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The repository's {@code contracts} folder, found from the module that runs the test. */
    static Path contracts() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("contracts"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("run the tests inside the repository: no contracts folder above here");
        }
        return folder.resolve("contracts");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
