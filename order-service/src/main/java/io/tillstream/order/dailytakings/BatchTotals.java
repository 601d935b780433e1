package io.tillstream.order.dailytakings;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A batch of sales added up in memory, so that the database sees one row per hour and product instead of one per sale. Sorted keys
 * make concurrent batches lock rows in one order.
 */
final class BatchTotals {

    private static final ZoneId WITHOUT_STORE = ZoneId.of("UTC");

    private final Map<String, ZoneId> timeZones;
    private final Map<HourKey, Figures> hours = new TreeMap<>(HourKey.ORDER);
    private final Map<ProductKey, Figures> products = new TreeMap<>(ProductKey.ORDER);
    private final Map<String, String> cashierNames = new TreeMap<>();
    private final Map<String, String> productNames = new TreeMap<>();
    private final Map<String, Instant> completeTo = new TreeMap<>();

    BatchTotals(Map<String, ZoneId> timeZones) {
        this.timeZones = timeZones;
    }

    void add(CompletedSale sale) {
        long sales = sale.isReturn() ? 0 : 1;
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal[] nets = NetOfLines.of(sale);
        for (int i = 0; i < nets.length; i++) {
            CompletedSale.Line line = sale.lines().get(i);
            units = units.add(line.quantity());
            long sold = line.quantity().signum() > 0 ? 1 : 0;
            products.merge(
                    new ProductKey(sale.storeId(), sale.businessDate(), line.sku()),
                    new Figures(
                            sold,
                            1 - sold,
                            line.quantity(),
                            line.amount(),
                            nets[i],
                            line.amount().subtract(nets[i])),
                    Figures::plus);
            productNames.put(line.sku(), line.name());
        }
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        for (CompletedSale.Tax share : sale.taxes()) {
            gross = gross.add(share.gross());
            tax = tax.add(share.tax());
        }
        hours.merge(hourOf(sale), new Figures(sales, 1 - sales, units, gross, gross.subtract(tax), tax), Figures::plus);
        cashierNames.put(sale.cashier(), sale.cashierName());
        completeTo.merge(sale.storeId(), sale.recordedAt(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private HourKey hourOf(CompletedSale sale) {
        ZoneId zone = timeZones.getOrDefault(sale.storeId(), WITHOUT_STORE);
        int hour = sale.occurredAt().atZone(zone).getHour();
        return new HourKey(sale.storeId(), sale.businessDate(), hour, sale.tillId(), sale.cashier());
    }

    Map<HourKey, Figures> hours() {
        return hours;
    }

    Map<ProductKey, Figures> products() {
        return products;
    }

    Map<String, Instant> completeTo() {
        return completeTo;
    }

    String cashierName(String cashier) {
        return cashierNames.getOrDefault(cashier, cashier);
    }

    String productName(String sku) {
        return productNames.getOrDefault(sku, sku);
    }

    /** One till and cashier in one local hour of a trading day. */
    record HourKey(String storeId, LocalDate businessDate, int hour, String tillId, String cashier) {
        static final Comparator<HourKey> ORDER = Comparator.comparing(HourKey::storeId)
                .thenComparing(HourKey::businessDate)
                .thenComparingInt(HourKey::hour)
                .thenComparing(HourKey::tillId)
                .thenComparing(HourKey::cashier);
    }

    /** One product on one trading day. */
    record ProductKey(String storeId, LocalDate businessDate, String sku) {
        static final Comparator<ProductKey> ORDER = Comparator.comparing(ProductKey::storeId)
                .thenComparing(ProductKey::businessDate)
                .thenComparing(ProductKey::sku);
    }
}
