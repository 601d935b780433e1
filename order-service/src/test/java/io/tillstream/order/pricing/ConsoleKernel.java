package io.tillstream.order.pricing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** The console's kernel, running as a process of its own: a line of JSON in, a line of JSON out. */
final class ConsoleKernel implements AutoCloseable {

    private static final Path BRIDGE = Path.of("../.till/pricing/bridge.js");

    private final Process node;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    ConsoleKernel() throws IOException {
        if (!Files.exists(BRIDGE)) {
            throw new IllegalStateException("Build the console's kernel first: npm run build:kernel in pos-console.");
        }
        node = new ProcessBuilder("node", BRIDGE.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = node.outputWriter(StandardCharsets.UTF_8);
        answers = node.inputReader(StandardCharsets.UTF_8);
    }

    JsonNode price(JsonNode input) throws IOException {
        questions.write(input.toString());
        questions.write('\n');
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("The console's kernel gave up on " + input);
        }
        return PricingJson.MAPPER.readTree(answer);
    }

    @Override
    public void close() throws IOException {
        questions.close();
        node.destroy();
    }
}
