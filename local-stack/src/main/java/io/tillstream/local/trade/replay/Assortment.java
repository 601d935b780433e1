package io.tillstream.local.trade.replay;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the shop sells, gathered from its documents: one product for each stock code. 85123A and 85123a are two
 * spellings of one product; the documents keep the spelling they were written with.
 */
final class Assortment {

    // postage, carriage, manual entries, discounts, samples, fees and vouchers never lie on a shelf
    private static final Pattern NO_GOODS = Pattern.compile("POST|DOT|C2|M|D|S|BANK CHARGES|AMAZONFEE|GIFT_.*");

    /** A product under the spelling, name and price it was sold with most often. */
    record Product(String stockCode, String name, BigDecimal price) {
        boolean stockTracked() {
            return !NO_GOODS.matcher(key(stockCode)).matches();
        }
    }

    private final Map<String, Seen> seen = new TreeMap<>();

    private static final class Seen {
        private final Map<String, Integer> spellings = new LinkedHashMap<>();
        private final Map<String, Integer> names = new LinkedHashMap<>();
        private final Map<BigDecimal, Integer> prices = new LinkedHashMap<>();
    }

    private Assortment() {}

    /** What all spellings of a stock code have in common. */
    static String key(String stockCode) {
        return stockCode.toUpperCase(Locale.ROOT);
    }

    static List<Product> of(List<DaySheet> days) {
        Assortment assortment = new Assortment();
        days.stream()
                .flatMap(day -> day.documents().stream())
                .flatMap(document -> document.rows().stream())
                .forEach(assortment::see);
        return assortment.seen.values().stream().map(Assortment::product).toList();
    }

    private void see(SourceRow row) {
        Seen product = seen.computeIfAbsent(key(row.stockCode()), code -> new Seen());
        product.spellings.merge(row.stockCode(), 1, Integer::sum);
        // on rows without a price the reason of a write-off ("damaged", "lost") stands in place of the name
        if (row.unitPrice().signum() > 0) {
            product.prices.merge(row.unitPrice(), 1, Integer::sum);
            if (!row.description().isEmpty()) {
                product.names.merge(row.description(), 1, Integer::sum);
            }
        }
    }

    private static Product product(Seen seen) {
        String stockCode = mostCommon(seen.spellings, "");
        return new Product(stockCode, mostCommon(seen.names, stockCode), mostCommon(seen.prices, BigDecimal.ZERO));
    }

    /** The first seen wins a tie, so that the result does not depend on hashing. */
    private static <T> T mostCommon(Map<T, Integer> counts, T otherwise) {
        T best = otherwise;
        int times = 0;
        for (Map.Entry<T, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > times) {
                best = entry.getKey();
                times = entry.getValue();
            }
        }
        return best;
    }
}
