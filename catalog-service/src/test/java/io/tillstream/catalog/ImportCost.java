package io.tillstream.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a file of 100,000 lines costs: new, the same again, and with every name changed. Not run with the tests; {@code
 * -Dtest=ImportCost} prints the figures. CPU of PostgreSQL is that of the connections to this database.
 */
@ServiceTest
class ImportCost {
    private static final int LINES = 100_000;
    private static final int TICKS_PER_SECOND = 100;

    private final Api api;
    private final JdbcClient jdbc;

    ImportCost(Api api, JdbcClient jdbc) {
        this.api = api.as(Token.everything());
        this.jdbc = jdbc;
    }

    @Test
    void ofAHundredThousandLines() throws IOException {
        measure("new", file("Product"), "/created");
        measure("unchanged", file("Product"), "/unchanged");
        measure("changed", file("Article"), "/updated");
    }

    private void measure(String what, String file, String counted) throws IOException {
        long wall = System.nanoTime();
        double own = ownCpu();
        double database = databaseCpu();
        Api.Answer done = api.post("/api/product-imports", file.getBytes(StandardCharsets.UTF_8), "text/csv");
        assertThat(done.at(counted)).as(done.toString()).isEqualTo(Integer.toString(LINES));
        System.out.printf(
                "import of %d lines, %s: %.1f s CPU in PostgreSQL, %.1f s in the service, %.1f s on the clock%n",
                LINES, what, databaseCpu() - database, ownCpu() - own, (System.nanoTime() - wall) / 1e9);
    }

    private static String file(String name) {
        StringBuilder file = new StringBuilder("sku,name,brand,category,price,currency,barcode\n");
        for (int i = 0; i < LINES; i++) {
            file.append("COST-%1$d,%2$s %1$d of kind %3$d,Brand %4$d,Food > Kind %3$d,%3$d.99,EUR,COST%1$d\n"
                    .formatted(i, name, i % 700, i % 90));
        }
        return file.toString();
    }

    private static double ownCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private double databaseCpu() throws IOException {
        List<Integer> backends = jdbc.sql("select pid from pg_stat_activity where datname = current_database()")
                .query(Integer.class)
                .list();
        double seconds = 0;
        for (int backend : backends) {
            String stat = Files.readString(Path.of("/proc/" + backend + "/stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            seconds += (Double.parseDouble(afterName[11]) + Double.parseDouble(afterName[12])) / TICKS_PER_SECOND;
        }
        return seconds;
    }
}
