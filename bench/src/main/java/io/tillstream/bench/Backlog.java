package io.tillstream.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What a till rang up without a network, as the console hands it in: batches under the same ids until each was answered. */
final class Backlog {

    static final int BATCH = 50;

    private static final long EVERY_MILLIS = 60_000;

    private final String till;
    private final List<UUID> ids = new ArrayList<>();
    private final List<byte[]> documents = new ArrayList<>();

    Backlog(int till, int sales, int lastReceipt, long priceBookVersion) {
        this.till = BenchShop.till(till);
        FiveLineSale basket = new FiveLineSale(new SplittableRandom(), till, priceBookVersion);
        Instant first = Instant.now().minusMillis(sales * EVERY_MILLIS);
        for (int sale = 0; sale < sales; sale++) {
            Instant at = first.plusMillis(sale * EVERY_MILLIS);
            ids.add(basket.newId(at));
            documents.add(basket.body(lastReceipt + 1 + sale, at));
        }
    }

    List<UUID> ids() {
        return ids;
    }

    /** The body of a batch that begins with a sale. */
    byte[] batch(int from) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream(BATCH * 2_000);
        json.write(text("{\"tillId\":\"" + till + "\",\"sales\":["));
        for (int sale = from; sale < end(from); sale++) {
            json.write(text((sale == from ? "" : ",") + "{\"id\":\"" + ids.get(sale) + "\",\"document\":"));
            json.write(documents.get(sale));
            json.write('}');
        }
        json.write(text("]}"));
        return json.toByteArray();
    }

    int end(int from) {
        return Math.min(from + BATCH, ids.size());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
