package io.tillstream.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the measurements one after the other; {@code ./till bench} starts it. */
public final class Bench {

    private static final int WARM_UP = 50_000;
    private static final int SALES = 20_000;
    private static final int MOST_SALES = 1_000_000;
    private static final Set<String> ACCEPT_PATH = Set.of("order-service", "postgres");

    private final Surroundings suite;
    private final Processes processes;
    private final Token token;

    private Bench(Surroundings suite) {
        this.suite = suite;
        this.processes = new Processes(suite.pids());
        this.token = new Token(suite);
    }

    public static void main(String[] arguments) {
        List<String> options = List.of(arguments);
        try {
            int sales = number(options, "--sales", SALES);
            int warmUp = number(options, "--warm", WARM_UP);
            Bench bench = new Bench(Surroundings.from(System.getenv()));
            if (options.contains("--reconnect")) {
                bench.measureReconnect(options.contains("--json"));
                return;
            }
            Figures figures = bench.measure(warmUp, sales);
            Optional<CatalogFigures> catalog =
                    options.contains("--catalog") ? Optional.of(bench.measureCatalog()) : Optional.empty();
            if (options.contains("--json")) {
                ObjectNode keys = figures.keys();
                catalog.ifPresent(found -> found.addTo(keys));
                System.out.println(keys);
            } else {
                figures.print(System.out);
                catalog.ifPresent(found -> found.print(System.out));
            }
        } catch (IOException | SQLException | IllegalArgumentException e) {
            System.err.println(
                    "till: The bench stopped: " + e.getMessage() + ". Look at ./till status and run it again.");
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.exit(130);
        }
    }

    private static int number(List<String> options, String name, int otherwise) {
        int at = options.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        String value = at + 1 < options.size() ? options.get(at + 1) : "";
        if (!value.matches("\\d{1,7}") || Integer.parseInt(value) > MOST_SALES) {
            throw new IllegalArgumentException(name + " takes a number of sales up to " + MOST_SALES);
        }
        return Integer.parseInt(value);
    }

    private Figures measure(int warmUp, int sales) throws IOException, SQLException, InterruptedException {
        Pause.wakeAll(suite.pids());
        try (Drain drain = new Drain(suite)) {
            BenchShop shop = new BenchShop(suite, token);
            shop.furnish(BenchShop.TILLS);
            drain.await();
            Load load = new Load(token, shop.lastReceipts(BenchShop.TILLS), shop.priceBookVersion());
            say("Warming up with %,d sales", warmUp);
            load.sell(suite.gateway(), warmUp);
            drain.await();
            drain.settle();

            say("Measuring %,d sales through the gateway", sales);
            Map<String, Double> before = processes.cpuMs();
            double clientBefore = Processes.own();
            Load.Run run = load.sell(suite.gateway(), sales);
            Duration drained = drain.await();
            Map<String, Double> cpu = Processes.spent(before, processes.cpuMs());
            double clientCpu = Processes.own() - clientBefore;
            long residentMb = processes.residentMb();

            say("Measuring the accept path alone");
            Load.Run accept = acceptAlone(load, sales / 2);
            drain.await();

            say("Measuring the raw-SQL limit");
            Map<String, Double> rawBefore = processes.cpuMs();
            RawSql.Limit raw = new RawSql(suite).measure(sales);
            double rawCpu = Processes.spent(rawBefore, processes.cpuMs()).getOrDefault("postgres", 0.0);
            return new Figures(warmUp, run, drained, cpu, clientCpu, accept, raw, rawCpu / raw.sales(), residentMb);
        }
    }

    private void measureReconnect(boolean json) throws IOException, SQLException, InterruptedException {
        say(
                "Measuring %,d tills that send %,d stored sales each, beside %d that sell",
                Reconnect.TILLS, Reconnect.SALES, Reconnect.ONLINE);
        ReconnectFigures figures;
        try (Drain drain = new Drain(suite)) {
            figures = new Reconnect(suite, token, drain).measure();
        }
        if (json) {
            System.out.println(figures.keys());
        } else {
            figures.print(System.out);
        }
        figures.mustBeWhole();
    }

    private CatalogFigures measureCatalog() throws IOException, InterruptedException {
        say("Measuring the catalog with %,d products, which stay in it", BenchCatalog.PRODUCTS);
        try (CatalogBench catalog = new CatalogBench(suite, token, processes)) {
            return catalog.measure();
        }
    }

    private Load.Run acceptAlone(Load load, int sales) throws IOException, InterruptedException {
        token.get();
        load.sell(suite.order(), sales / 5);
        Pause others = Pause.allBut(ACCEPT_PATH, suite.pids());
        try {
            return load.sell(suite.order(), sales);
        } finally {
            others.end();
        }
    }

    private static void say(String words, Object... values) {
        System.err.printf(words + " ...%n", values);
    }
}
