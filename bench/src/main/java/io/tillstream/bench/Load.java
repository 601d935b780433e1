package io.tillstream.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** 32 tills that sell as fast as they are answered, each one sale after the other. */
final class Load {

    private final Token token;
    private final int[] lastReceipts;
    private final long priceBookVersion;

    Load(Token token, int[] lastReceipts, long priceBookVersion) {
        this.token = token;
        this.lastReceipts = lastReceipts;
        this.priceBookVersion = priceBookVersion;
    }

    /** What a run took; latencies in microseconds, sorted. */
    record Run(int sales, Duration took, int[] latencies) {

        double perSecond() {
            return sales / (took.toNanos() / 1e9);
        }

        double percentileMs(double percent) {
            int index = (int) Math.ceil(latencies.length * percent / 100) - 1;
            return latencies[Math.max(index, 0)] / 1_000.0;
        }
    }

    /** Sells at least {@code sales} times and returns when the last one was answered. */
    Run sell(URI server, int sales) throws InterruptedException, IOException {
        int each = (sales + BenchShop.TILLS - 1) / BenchShop.TILLS;
        long start = System.nanoTime();
        List<Future<int[]>> tills = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(BenchShop.TILLS)) {
            for (int till = 0; till < BenchShop.TILLS; till++) {
                int number = till;
                tills.add(threads.submit(() -> sell(server, number, each)));
            }
            int[] latencies = new int[each * BenchShop.TILLS];
            for (int till = 0; till < BenchShop.TILLS; till++) {
                System.arraycopy(tills.get(till).get(), 0, latencies, till * each, each);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Arrays.sort(latencies);
            return new Run(latencies.length, took, latencies);
        } catch (ExecutionException e) {
            throw new IOException("A till gave up: " + e.getCause(), e.getCause());
        }
    }

    private int[] sell(URI server, int till, int sales) throws IOException, InterruptedException {
        int[] latencies = new int[sales];
        FiveLineSale basket = new FiveLineSale(new SplittableRandom(), till, priceBookVersion);
        try (KeepAlive http = new KeepAlive(server)) {
            for (int i = 0; i < sales; i++) {
                Instant now = Instant.now();
                byte[] body = basket.body(lastReceipts[till] + 1, now);
                String path = "/api/sales/" + basket.newId(now);
                String bearer = token.get();
                long asked = System.nanoTime();
                int status = http.send("PUT", path, bearer, "application/json", body);
                latencies[i] = Math.toIntExact(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - asked));
                if (status != 201) {
                    throw new IOException("a sale was answered " + status + ": " + http.body());
                }
                lastReceipts[till]++;
            }
        }
        return latencies;
    }
}
