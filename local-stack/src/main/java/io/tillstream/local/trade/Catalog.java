package io.tillstream.local.trade;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillstream.local.Trouble;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a client of the catalog does: loads product CSVs and reads a store's price book. */
public final class Catalog {

    private static final int PAGE = 5_000;
    private static final long PAUSE_MILLIS = 200;

    private final Api api;

    public Catalog(Api api) {
        this.api = api;
    }

    /** A product as a till of the store may sell it. */
    public record Priced(
            String productId, String sku, String name, BigDecimal price, String taxCategory, BigDecimal taxRate) {}

    /** The answer of a product import: {@code accepted} and the {@code refused} lines. */
    public JsonNode load(String csv, boolean dryRun, boolean acceptGood) {
        return load(csv.getBytes(StandardCharsets.UTF_8), dryRun, acceptGood)
                .orThrow("The product import")
                .body();
    }

    Reply load(byte[] csv, boolean dryRun, boolean acceptGood) {
        return api.postCsv("/api/product-imports?dryRun=%s&acceptGood=%s".formatted(dryRun, acceptGood), csv);
    }

    /** Waits until the catalog knows the store and returns its price book by SKU. */
    public Map<String, Priced> priceBook(String store, int leastProducts) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (true) {
            Map<String, Priced> book = read(store);
            if (book.size() >= leastProducts) {
                return book;
            }
            if (System.nanoTime() - until > 0) {
                throw new Trouble(
                        "The price book of %s holds %d products instead of %d."
                                .formatted(store, book.size(), leastProducts),
                        "Look at ./till logs catalog-service.");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private Map<String, Priced> read(String store) {
        Map<String, Priced> book = new LinkedHashMap<>();
        String cursor = "";
        do {
            Reply reply = api.get("/api/price-books/%s?limit=%d%s".formatted(store, PAGE, cursor));
            if (reply.status() == 404) {
                return book;
            }
            JsonNode page = reply.orThrow("The price book of " + store).body();
            for (JsonNode item : page.path("items")) {
                book.put(item.path("sku").asText(), priced(item));
            }
            String next = page.path("nextCursor").asText("");
            cursor = page.path("nextCursor").isTextual() ? "&cursor=" + next : "";
        } while (!cursor.isEmpty());
        return book;
    }

    private static Priced priced(JsonNode item) {
        return new Priced(
                item.path("productId").asText(),
                item.path("sku").asText(),
                item.path("name").asText(),
                new BigDecimal(item.path("price").asText("0")),
                item.path("taxCategory").asText(),
                new BigDecimal(item.path("taxRate").asText("0")));
    }
}
