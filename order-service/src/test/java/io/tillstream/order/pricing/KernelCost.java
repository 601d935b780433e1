package io.tillstream.order.pricing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.JsonNode;

/**
 * What one basket costs to price: 20 lines against 500 active promotions, the book read and indexed before. Not run with the tests;
 * {@code -Dtest=KernelCost} prints the figure, after three warm-up rounds in a JVM of its own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelCost {

    private static final Path FILE = Path.of("..", "contracts", "pricing", "cost", "twenty-lines-500-promotions.json");

    private PricingKernel kernel;
    private BasketToPrice basket;

    @Setup
    public void read() throws Exception {
        JsonNode file = PricingJson.MAPPER.readTree(Files.readAllBytes(FILE));
        kernel = new PricingKernel(PricingJson.readBook(file.path("book")));
        basket = PricingJson.readBasket(file.path("basket"));
    }

    @Benchmark
    public Object twentyLinesAgainst500Promotions() {
        return kernel.price(basket);
    }

    @Test
    void ofTwentyLines() throws Exception {
        new Runner(new OptionsBuilder()
                        .include(KernelCost.class.getSimpleName())
                        .forks(1)
                        .jvmArgs("-XX:+UseSerialGC")
                        .warmupIterations(3)
                        .measurementIterations(5)
                        .warmupTime(TimeValue.seconds(3))
                        .measurementTime(TimeValue.seconds(3))
                        .build())
                .run();
    }
}
