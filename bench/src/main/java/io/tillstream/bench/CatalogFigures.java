package io.tillstream.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/**
 * The catalog with 100,000 products, as a client behind the gateway sees it.
 *
 * @param imported a file of 100,000 lines; new ones, unless an earlier bench left them
 * @param importCpuMs of catalog-service
 * @param importedAgain the same file
 * @param searches nanoseconds of each, sorted
 * @param book a till that knows nothing reads its store's price book
 * @param books twenty such tills at once
 * @param bookCpuMs of catalog-service, for each of the twenty
 * @param priceChange from setting a price until a till has it: the longest of five
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record CatalogFigures(
        Duration imported,
        double importCpuMs,
        Duration importedAgain,
        Duration exported,
        long[] searches,
        Duration book,
        Duration books,
        double bookCpuMs,
        Duration priceChange) {

    /** The console's price-book-runner asks as often. */
    static final Duration TILL_ASKS_EVERY = Duration.ofMillis(1250);

    void addTo(ObjectNode keys) {
        keys.put("importSeconds", seconds(imported));
        keys.put("importAgainSeconds", seconds(importedAgain));
        keys.put("exportSeconds", seconds(exported));
        keys.put("searchP50Ms", percentileMs(50));
        keys.put("searchP95Ms", percentileMs(95));
        keys.put("freshBookSeconds", seconds(book));
        keys.put("freshBookCpuMs", rounded(bookCpuMs, 1));
        keys.put("priceChangeSeconds", seconds(priceChange));
    }

    void print(PrintStream out) {
        out.printf(Locale.ROOT, "%nThe catalog with 100,000 products%n");
        out.printf(
                Locale.ROOT,
                "  import %s s (%.1f CPU s of catalog-service), the same file again %s s, export %s s%n",
                seconds(imported),
                importCpuMs / 1000,
                seconds(importedAgain),
                seconds(exported));
        out.printf(
                Locale.ROOT,
                "  search p50 %s ms, p95 %s ms, longest %s ms (%d questions, typed letter by letter)%n",
                percentileMs(50),
                percentileMs(95),
                percentileMs(100),
                searches.length);
        out.printf(
                Locale.ROOT,
                "  a new till's price book %s s; 20 at once %s s, %.0f CPU ms of catalog-service for each%n",
                seconds(book),
                seconds(books),
                bookCpuMs);
        out.printf(Locale.ROOT, "  a changed price is on an online till within %s s%n", seconds(priceChange));
    }

    private BigDecimal percentileMs(int percent) {
        int at = Math.min(searches.length - 1, searches.length * percent / 100);
        return rounded(searches[at] / 1e6, 2);
    }

    private static BigDecimal seconds(Duration duration) {
        return rounded(duration.toMillis() / 1000.0, 2);
    }

    private static BigDecimal rounded(double figure, int decimals) {
        return BigDecimal.valueOf(figure).setScale(decimals, RoundingMode.HALF_UP);
    }
}
