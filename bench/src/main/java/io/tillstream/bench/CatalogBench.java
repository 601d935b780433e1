package io.tillstream.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;

/** Takes in 100,000 products, finds them, hands them to tills, and changes a price: each as a client sees it. */
final class CatalogBench implements AutoCloseable {

    private static final int TILLS = 20;
    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_CHANGE = Duration.ofSeconds(10);

    private final Surroundings suite;
    private final Token token;
    private final Processes processes;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    CatalogBench(Surroundings suite, Token token, Processes processes) {
        this.suite = suite;
        this.token = token;
        this.processes = processes;
    }

    /** The store of the bench must be there. */
    CatalogFigures measure() throws IOException, InterruptedException {
        byte[] file = BenchCatalog.csv().getBytes(StandardCharsets.UTF_8);
        double before = catalogCpu();
        Duration first = timed(() -> post("/api/product-imports", file));
        double importCpu = catalogCpu() - before;
        Duration again = timed(() -> post("/api/product-imports", file));
        Duration export = timed(() -> get("/api/product-exports?currency=EUR"));
        long[] searches = searches();
        Duration book = timed(this::readBook);
        before = catalogCpu();
        Duration together = timed(this::readBookTogether);
        double bookCpu = (catalogCpu() - before) / TILLS;
        return new CatalogFigures(first, importCpu, again, export, searches, book, together, bookCpu, priceChange());
    }

    /** What people type, letter by letter; in the last round everything is warm. */
    private long[] searches() throws IOException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            nanos.clear();
            for (String query : BenchCatalog.QUERIES) {
                for (int typed = 1; typed <= query.length(); typed++) {
                    String text = URLEncoder.encode(query.substring(0, typed), StandardCharsets.UTF_8);
                    long began = System.nanoTime();
                    get("/api/products?limit=30&q=" + text);
                    nanos.add(System.nanoTime() - began);
                }
            }
        }
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private long readBook() throws IOException, InterruptedException {
        return readOn(0);
    }

    private long readOn(long after) throws IOException, InterruptedException {
        long version = after;
        JsonNode page;
        do {
            page = json.readTree(get(book("?limit=5000&after=" + version)));
            version = page.path("version").asLong();
        } while (!page.path("nextCursor").isNull());
        return version;
    }

    private long readBookTogether() throws IOException, InterruptedException {
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> all = new ArrayList<>();
            for (int till = 0; till < TILLS; till++) {
                all.add(tills.submit(this::readBook));
            }
            long read = 0;
            for (Future<Long> one : all) {
                read = Math.max(read, one.get());
            }
            return read;
        } catch (ExecutionException e) {
            throw new IOException("a till could not read its price book: " + e.getMessage(), e);
        }
    }

    /** From the moment a price is sent until a till that asks as the console does has the changed entry. */
    private Duration priceChange() throws IOException, InterruptedException {
        long known = readBook();
        Duration longest = Duration.ZERO;
        for (int change = 0; change < 5; change++) {
            long began = System.nanoTime();
            put("/api/prices/" + UUID.randomUUID(), """
                    {"productId":"%s","storeId":null,"price":{"amount":"%d.49","currency":"EUR"},"validFrom":"%s"}
                    """.formatted(
                            BenchShop.productId(change), 1 + System.nanoTime() % 90, Instant.now()));
            while (json.readTree(get(book("/version"))).path("version").asLong() <= known) {
                if (System.nanoTime() - began > LONGEST_CHANGE.toNanos()) {
                    throw new IOException("a changed price did not reach the price book within " + LONGEST_CHANGE);
                }
                Thread.sleep(CatalogFigures.TILL_ASKS_EVERY);
            }
            known = readOn(known);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            longest = took.compareTo(longest) > 0 ? took : longest;
        }
        return longest;
    }

    private static String book(String rest) {
        return "/api/price-books/" + BenchShop.STORE + rest;
    }

    private double catalogCpu() {
        return processes.cpuMs().getOrDefault("catalog-service", 0.0);
    }

    private static Duration timed(Callable<?> work) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try {
            work.call();
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private byte[] get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(suite.gateway().resolve(path)).GET());
    }

    private byte[] put(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(suite.gateway().resolve(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private byte[] post(String path, byte[] file) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(suite.gateway().resolve(path))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private byte[] send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(
                request.timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token.get())
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofInputStream());
        boolean gzip =
                answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (InputStream body = gzip ? new GZIPInputStream(answer.body()) : answer.body()) {
            byte[] bytes = body.readAllBytes();
            if (answer.statusCode() >= 300) {
                throw new IOException(answer.uri().getPath() + " was answered " + answer.statusCode() + ": "
                        + new String(Arrays.copyOf(bytes, Math.min(bytes.length, 500)), StandardCharsets.UTF_8));
            }
            return bytes;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
