package io.tillstream.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.UUID;

/** The shop that is measured: its own store, one till for each client, its own products with prices and stock. */
final class BenchShop {

    static final int TILLS = 32;
    static final int PRODUCTS = 2_000;
    static final String STORE = "bench";
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final long FOUNDED = 0x19b76daa800L;
    private static final int LINES_PER_ADJUSTMENT = 1_000;

    private final Surroundings suite;
    private final Token token;

    BenchShop(Surroundings suite, Token token) {
        this.suite = suite;
        this.token = token;
    }

    static UUID productId(int product) {
        return id(1, product);
    }

    static UUID sessionId(int till) {
        return id(2, till);
    }

    static BigDecimal price(int product) {
        return BigDecimal.valueOf(100L + product * 37L % 2_900L, 2);
    }

    static String sku(int product) {
        return "BENCH-%04d".formatted(product);
    }

    static String till(int till) {
        return STORE + "-" + (till + 1);
    }

    private static UUID id(int kind, int number) {
        return new UUID((FOUNDED << 16) | 0x7000L | kind, 0x8000_0000_0000_0000L | number);
    }

    /** Puts everything in place; all of it may be sent again. */
    void furnish(int tills) throws IOException, InterruptedException {
        put("/api/stores/" + STORE, """
                    {"name":"Bench","currency":"EUR","timeZone":"%s","country":"DE","businessDayStartsAt":"04:00",
                     "address":{"street":"","postalCode":"","city":"Bench","country":"DE"},"taxNumber":null}""".formatted(ZONE));
        for (int till = 0; till < tills; till++) {
            put("/api/tills/" + till(till), """
                        {"storeId":"bench","name":"Till %d","receiptPrefix":""}""".formatted(till + 1));
            put("/api/till-sessions/" + sessionId(till), """
                        {"tillId":"%s","storeId":"bench","openingFloat":"0.00","currency":"EUR","businessDate":"2026-01-01",
                         "openedAt":"2026-01-01T08:00:00Z"}""".formatted(till(till)));
        }
        put("/api/tax-rates/" + id(3, 1), """
                    {"country":"DE","category":"STANDARD","rate":"19.00","validFrom":"2021-01-01"}""");
        send(
                "POST",
                "/api/product-imports?dryRun=false&acceptGood=false",
                "text/csv",
                products().getBytes(StandardCharsets.UTF_8));
        for (int from = 0; from < PRODUCTS; from += LINES_PER_ADJUSTMENT) {
            put("/api/stock-adjustments/" + id(4, from), openingStock(from));
        }
    }

    /** The highest receipt number of each till so far: a till never uses one twice. */
    int[] lastReceipts(int tills) throws SQLException {
        int[] last = new int[tills];
        try (Connection connection = DriverManager.getConnection(
                        suite.postgres() + suite.databases().getFirst(),
                        suite.postgresUser(),
                        suite.postgresPassword());
                Statement statement = connection.createStatement()) {
            for (int till = 0; till < tills; till++) {
                try (ResultSet result = statement.executeQuery(
                        "select coalesce(max(receipt_number), 0) from sale where till_id = '" + till(till) + "'")) {
                    result.next();
                    last[till] = result.getInt(1);
                }
            }
        }
        return last;
    }

    /** Where the shop's price book stands for a till that has read all of it. */
    long priceBookVersion() throws IOException, InterruptedException {
        long version = 0;
        JsonNode page;
        do {
            page = read("/api/price-books/" + STORE + "?after=" + version);
            version = page.path("version").asLong();
        } while (!page.path("nextCursor").isNull());
        return version;
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        try (KeepAlive http = new KeepAlive(suite.gateway())) {
            int status = http.send("GET", path, token.get(), "application/json", new byte[0]);
            if (status != 200) {
                throw new IOException(path + " was answered " + status + ": " + http.body());
            }
            return new ObjectMapper().readTree(http.body());
        }
    }

    private void put(String path, String body) throws IOException, InterruptedException {
        send("PUT", path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private void send(String method, String path, String type, byte[] content)
            throws IOException, InterruptedException {
        try (KeepAlive http = new KeepAlive(suite.gateway())) {
            int status = http.send(method, path, token.get(), type, content);
            if (status != 200 && status != 201) {
                throw new IOException(path + " was answered " + status + ": " + http.body());
            }
        } catch (EOFException e) {
            throw new IOException(path + " was not answered: " + e.getMessage(), e);
        }
    }

    private static String products() {
        StringBuilder csv = new StringBuilder("id,sku,name,unit,taxCategory,price,currency\n");
        for (int product = 0; product < PRODUCTS; product++) {
            csv.append(productId(product))
                    .append(',')
                    .append(sku(product))
                    .append(",Bench product ")
                    .append(product)
                    .append(",PIECE,STANDARD,")
                    .append(price(product))
                    .append(",EUR\n");
        }
        return csv.toString();
    }

    private static String openingStock(int from) {
        StringBuilder json = new StringBuilder("""
                {"locationId":"bench","reason":"OPENING","occurredAt":"2026-01-01T08:00:00Z","externalReference":null,
                 "note":"Opening stock","lines":[""");
        for (int i = 0; i < LINES_PER_ADJUSTMENT; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"lineNo\":")
                    .append(i + 1)
                    .append(",\"productId\":\"")
                    .append(productId(from + i))
                    .append("\",\"sku\":\"")
                    .append(sku(from + i))
                    .append("\",\"quantity\":\"1000000\"}");
        }
        return json.append("]}").toString();
    }
}
