package io.tillstream.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Everything one run of the bench found out.
 *
 * @param load the sales through the gateway
 * @param drained how long after the last answer everything had arrived everywhere
 * @param cpu CPU milliseconds by part over the load and its draining
 * @param clientCpu CPU milliseconds of the load generator, counted apart
 * @param accept the accept path alone
 * @param raw the raw-SQL limit
 * @param rawCpu CPU milliseconds of PostgreSQL for each raw sale
 */
record Figures(
        int warmUp,
        Load.Run load,
        Duration drained,
        Map<String, Double> cpu,
        double clientCpu,
        Load.Run accept,
        RawSql.Limit raw,
        double rawCpu,
        long residentMb) {

    double cpuMsPerSale() {
        return cpu.values().stream().mapToDouble(Double::doubleValue).sum() / load.sales();
    }

    /** Sales that went all the way each second, from the first PUT until nothing was under way. */
    double salesPerSecond() {
        return load.sales() / (load.took().plus(drained).toNanos() / 1e9);
    }

    double acceptToRawSql() {
        return accept.perSecond() / raw.perSecond();
    }

    ObjectNode keys() {
        ObjectNode keys = new ObjectMapper().createObjectNode();
        keys.put("cpuMsPerSale", rounded(cpuMsPerSale(), 3));
        keys.put("salesPerSecond", rounded(salesPerSecond(), 1));
        keys.put("acceptPerSecond", rounded(accept.perSecond(), 1));
        keys.put("rawSqlPerSecond", rounded(raw.perSecond(), 1));
        keys.put("acceptToRawSql", rounded(acceptToRawSql(), 3));
        keys.put("p50Ms", rounded(load.percentileMs(50), 2));
        keys.put("p99Ms", rounded(load.percentileMs(99), 2));
        keys.put("residentMb", residentMb);
        return keys;
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%nA five-line sale through the gateway, %d clients, warm after %,d sales, %,d measured%n",
                BenchShop.TILLS,
                warmUp,
                load.sales());
        out.printf(
                Locale.ROOT,
                "  answered    %8.0f /s   p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                load.perSecond(),
                load.percentileMs(50),
                load.percentileMs(99),
                load.percentileMs(100));
        out.printf(
                Locale.ROOT,
                "  all the way %8.0f /s   drained %.2f s after the last answer%n",
                salesPerSecond(),
                drained.toMillis() / 1000.0);
        out.printf(Locale.ROOT, "%nWhere the CPU time of a sale goes (ms)%n");
        cpu.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(part ->
                        out.printf(Locale.ROOT, "  %-20s %7.3f%n", part.getKey(), part.getValue() / load.sales()));
        out.printf(
                Locale.ROOT,
                "  %-20s %7.3f   (load generator, not counted: %.3f)%n",
                "together",
                cpuMsPerSale(),
                clientCpu / load.sales());
        out.printf(Locale.ROOT, "%nThe accept path alone and the raw-SQL limit, all other parts at rest%n");
        out.printf(
                Locale.ROOT,
                "  order-service, durable and answered %8.0f /s   p50 %.1f ms, p99 %.1f ms%n",
                accept.perSecond(),
                accept.percentileMs(50),
                accept.percentileMs(99));
        out.printf(
                Locale.ROOT,
                "  raw SQL, five statements            %8.0f /s   %.3f CPU ms of PostgreSQL a sale%n",
                raw.perSecond(),
                rawCpu);
        out.printf(Locale.ROOT, "  ratio                               %8.2f%n", acceptToRawSql());
        out.printf(Locale.ROOT, "%nAll processes: %,d MB resident%n", residentMb);
    }

    private static BigDecimal rounded(double figure, int decimals) {
        return BigDecimal.valueOf(figure).setScale(decimals, RoundingMode.HALF_UP);
    }
}
