package io.tillstream.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * What a reconnect took.
 *
 * @param took until the last of all tills had sent everything
 * @param drained how long after that everything had arrived everywhere
 * @param oneTill one till alone with 500 stored sales
 * @param batches requests that were answered, turned away or not
 * @param failed requests that got no answer or a fault
 * @param usual microseconds of online sales while nobody reconnects, sorted
 * @param meanwhile the same while all reconnect
 * @param missing sales that were acknowledged and are not stored
 */
record ReconnectFigures(
        Duration took,
        Duration drained,
        Duration oneTill,
        int batches,
        int turnedAway,
        int failed,
        int[] usual,
        int[] meanwhile,
        int missing) {

    ObjectNode keys() {
        ObjectNode keys = new ObjectMapper().createObjectNode();
        keys.put("reconnectSeconds", seconds(took));
        keys.put("drainedSeconds", seconds(drained));
        keys.put("oneTillSeconds", seconds(oneTill));
        keys.put("batches", batches);
        keys.put("turnedAway", turnedAway);
        keys.put("failed", failed);
        keys.put("onlineSales", meanwhile.length);
        keys.put("onlineP50Ms", percentile(meanwhile, 50));
        keys.put("onlineP99Ms", percentile(meanwhile, 99));
        keys.put("onlineLongestMs", percentile(meanwhile, 100));
        keys.put("usualP50Ms", percentile(usual, 50));
        keys.put("usualP99Ms", percentile(usual, 99));
        keys.put("missing", missing);
        return keys;
    }

    void print(PrintStream out) {
        int sales = Reconnect.TILLS * Reconnect.SALES;
        out.printf(
                Locale.ROOT,
                "%n%,d stored sales of %d tills, all at once%n  sent        %8.1f s   %.0f sales/s, %,d requests, %,d told to"
                        + " come again, %,d failed%n  all the way %8.1f s later%n",
                sales,
                Reconnect.TILLS,
                seconds(took),
                sales / seconds(took),
                batches,
                turnedAway,
                failed,
                seconds(drained));
        out.printf(Locale.ROOT, "%nOne till alone with 500 stored sales%n  sent        %8.1f s%n", seconds(oneTill));
        out.printf(Locale.ROOT, "%nSales of %d online tills%n", Reconnect.ONLINE);
        line(out, "usually", usual);
        line(out, "meanwhile", meanwhile);
        out.printf(Locale.ROOT, "%nAcknowledged and not stored: %d%n", missing);
    }

    /** @throws IOException when a sale is missing */
    void mustBeWhole() throws IOException {
        if (missing != 0) {
            throw new IOException(missing + " sales were acknowledged and are not stored");
        }
    }

    private static void line(PrintStream out, String when, int[] latencies) {
        out.printf(
                Locale.ROOT,
                "  %-10s p50 %7.1f ms, p99 %7.1f ms, longest %7.1f ms of %,d%n",
                when,
                percentile(latencies, 50),
                percentile(latencies, 99),
                percentile(latencies, 100),
                latencies.length);
    }

    private static double percentile(int[] sorted, double percent) {
        int index = (int) Math.ceil(sorted.length * percent / 100) - 1;
        return sorted.length == 0 ? 0 : Math.round(sorted[Math.max(index, 0)] / 100.0) / 10.0;
    }

    private static double seconds(Duration time) {
        return Math.round(time.toMillis() / 100.0) / 10.0;
    }
}
