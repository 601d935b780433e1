package io.tillstream.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tills whose network never went away: each rings up a sale twice a second and waits for its answer. */
final class OnlineTills {

    private static final long EVERY_MILLIS = 500;

    private final Surroundings suite;
    private final Token token;
    private final int[] lastReceipts;
    private final long priceBookVersion;
    private final List<UUID> sold = Collections.synchronizedList(new ArrayList<>());

    OnlineTills(Surroundings suite, Token token, int[] lastReceipts, long priceBookVersion) {
        this.suite = suite;
        this.token = token;
        this.lastReceipts = lastReceipts;
        this.priceBookVersion = priceBookVersion;
    }

    /** Sells until the work is done. @return how long each answer took, in microseconds, sorted */
    int[] sellWhile(Reconnect.Work work) throws IOException, InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        List<Future<List<Integer>>> tills = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int till = Reconnect.TILLS; till < Reconnect.TILLS + Reconnect.ONLINE; till++) {
                int number = till;
                tills.add(threads.submit(() -> sell(number, done)));
            }
            try {
                work.run();
            } finally {
                done.set(true);
            }
            List<Integer> latencies = new ArrayList<>();
            for (Future<List<Integer>> till : tills) {
                latencies.addAll(till.get());
            }
            int[] sorted = latencies.stream().mapToInt(Integer::intValue).toArray();
            Arrays.sort(sorted);
            return sorted;
        } catch (ExecutionException e) {
            throw new IOException("An online till gave up: " + e.getCause(), e.getCause());
        }
    }

    int missing() throws SQLException {
        return sold.size() - Reconnect.stored(suite, sold);
    }

    private List<Integer> sell(int till, AtomicBoolean done) throws IOException, InterruptedException {
        List<Integer> latencies = new ArrayList<>();
        FiveLineSale basket = new FiveLineSale(new SplittableRandom(), till, priceBookVersion);
        try (KeepAlive http = new KeepAlive(suite.gateway())) {
            while (!done.get()) {
                Instant now = Instant.now();
                byte[] body = basket.body(lastReceipts[till] + 1, now);
                UUID id = basket.newId(now);
                String bearer = token.get();
                long asked = System.nanoTime();
                int status = http.send("PUT", "/api/sales/" + id, bearer, "application/json", body);
                long took = System.nanoTime() - asked;
                if (status != 201) {
                    throw new IOException("a sale was answered " + status + ": " + http.body());
                }
                latencies.add(Math.toIntExact(TimeUnit.NANOSECONDS.toMicros(took)));
                sold.add(id);
                lastReceipts[till]++;
                Thread.sleep(Math.max(0, EVERY_MILLIS - TimeUnit.NANOSECONDS.toMillis(took)));
            }
        }
        return latencies;
    }
}
