package io.tillstream.local.trade;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillstream.local.Command;
import io.tillstream.local.Settings;
import io.tillstream.local.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./till import}: loads a product CSV, or lists line by line why it cannot. */
public final class ImportProducts implements Command {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String usage() {
        return "FILE [--dry-run] [--accept-good] [--json]  loads a product CSV; with --accept-good leaves bad lines out";
    }

    @Override
    public int run(Settings settings, List<String> arguments) throws Exception {
        List<String> files = new ArrayList<>(arguments);
        boolean dryRun = files.remove("--dry-run");
        boolean acceptGood = files.remove("--accept-good");
        boolean json = files.remove("--json");
        if (files.size() != 1 || files.getFirst().startsWith("--")) {
            throw new Trouble("import takes one file.", "Type ./till import FILE, with --dry-run to only look.");
        }
        Path file = Path.of(files.getFirst());
        if (!Files.isRegularFile(file)) {
            throw new Trouble(file + " is not a file.", "Give a product CSV.");
        }
        try (Api api = new Api(Access.of(settings), Patience.ofMinutes(2, message -> System.err.println(message)))) {
            Reply reply = new Catalog(api).load(Files.readAllBytes(file), dryRun, acceptGood);
            JsonNode result = reply.body();
            if (!result.path("refused").isArray()) {
                throw new Trouble(new RequestRefused("The file", reply).words(), "Correct it and import again.");
            }
            print(result, json, dryRun);
            return result.path("refused").isEmpty() || acceptGood || dryRun ? 0 : 1;
        }
    }

    private static void print(JsonNode result, boolean json, boolean dryRun) {
        if (json) {
            System.out.println(result);
            return;
        }
        for (JsonNode line : result.path("refused")) {
            System.out.printf(
                    "line %d: %s (%s)%n",
                    line.path("line").asInt(),
                    line.path("reason").asText(),
                    line.path("code").asText());
        }
        System.out.printf(
                "%,d products %s, %,d lines refused.%n",
                result.path("accepted").asInt(),
                dryRun ? "would be accepted" : "accepted",
                result.path("refused").size());
    }
}
