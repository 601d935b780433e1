package io.tillstream.order.pricing;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prices random baskets with this kernel and the console's; every figure and every trace entry must be the same. It needs Node, so it
 * is not one of the ordinary tests: {@code .ci/compare-kernels} runs it. A basket that differs is made as small as it gets and
 * written to contracts/pricing/vectors, without an expected result: which kernel is right is for a person to say.
 */
class KernelsAgree {

    private static final int BASKETS = Integer.getInteger("pricing.baskets", 5000);
    private static final long SEED = Long.getLong("pricing.seed", 1);

    @Test
    void onRandomBaskets() throws IOException {
        try (ConsoleKernel console = new ConsoleKernel()) {
            int failures = 0;
            for (long seed = SEED; seed < SEED + BASKETS; seed++) {
                ObjectNode input = RandomScenario.of(seed);
                JsonNode ours = ours(input);
                if (!ours.equals(console.price(input))) {
                    ObjectNode smallest =
                            new Shrinker(candidate -> differs(candidate, ours.has("failure"), console)).shrink(input);
                    fail(
                            "Seed %d differs. Smallest such basket: %s%nhere    %s%nconsole %s",
                            seed, keep(smallest, seed), ours(smallest), console.price(smallest));
                }
                failures += ours.has("failure") ? 1 : 0;
            }
            System.out.printf(
                    "%d baskets from seed %d priced alike, %d of them refused alike%n", BASKETS, SEED, failures);
        }
    }

    /** A basket that is priced shrinks to one that is priced, a refused one to one that is refused. */
    private static boolean differs(ObjectNode input, boolean refused, ConsoleKernel console) {
        try {
            JsonNode ours = ours(input);
            JsonNode theirs = console.price(input);
            return !ours.equals(theirs) && (refused || !(ours.has("failure") || theirs.has("failure")));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static JsonNode ours(ObjectNode input) {
        return PricingJson.price(input.path("book"), input.path("basket"));
    }

    private static Path keep(ObjectNode input, long seed) throws IOException {
        ObjectNode file = PricingJson.MAPPER.createObjectNode().put("title", "Found by comparing the kernels");
        file.putObject("books").set("found", input.path("book"));
        ObjectNode vector = file.putArray("vectors").addObject();
        vector.put("id", "found-" + seed)
                .put("source", "found: the kernels differed at seed " + seed)
                .put("book", "found");
        vector.set("basket", input.path("basket"));
        Path path = GoldenVectorsTest.VECTORS.resolve("found-" + seed + ".json");
        return Files.writeString(
                path, PricingJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n");
    }
}
