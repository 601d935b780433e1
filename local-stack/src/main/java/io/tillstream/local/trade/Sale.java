package io.tillstream.local.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The wire form of {@code PUT /api/sales/{id}}: what a till has sold, amounts as decimal strings in one currency. */
public record Sale(
        String storeId,
        String tillId,
        String tillSessionId,
        int receiptNumber,
        String occurredAt,
        String businessDate,
        String currency,
        @Nullable String customerId,
        @Nullable String externalReference,
        List<Line> lines,
        List<Tax> taxes,
        String total,
        String cashRounding,
        List<Tender> tenders,
        String change) {

    private static final int CENTS = 2;

    /** A line with its own rounding: amount = quantity x unit price, half up to the cent. */
    public record Line(
            int lineNo,
            String kind,
            @Nullable String productId,
            String sku,
            String name,
            String quantity,
            String unitPrice,
            String discount,
            String taxCategory,
            String taxRate,
            String amount,
            @Nullable ReturnOf returnOf) {

        public static Line of(int lineNo, Goods goods, BigDecimal quantity, BigDecimal unitPrice) {
            return new Line(
                    lineNo,
                    quantity.signum() < 0 ? "RETURN" : "SALE",
                    goods.productId(),
                    goods.sku(),
                    goods.name(),
                    quantity.toPlainString(),
                    unitPrice.toPlainString(),
                    "0.00",
                    goods.taxCategory(),
                    goods.taxRate().setScale(CENTS, RoundingMode.UNNECESSARY).toPlainString(),
                    quantity.multiply(unitPrice)
                            .setScale(CENTS, RoundingMode.HALF_UP)
                            .toPlainString(),
                    null);
        }

        public Line returning(String saleId, int originalLineNo) {
            return new Line(
                    lineNo,
                    kind,
                    productId,
                    sku,
                    name,
                    quantity,
                    unitPrice,
                    discount,
                    taxCategory,
                    taxRate,
                    amount,
                    new ReturnOf(saleId, originalLineNo));
        }
    }

    public record ReturnOf(String saleId, int lineNo) {}

    public record Tax(String category, String rate, String net, String tax, String gross) {}

    public record Tender(
            int tenderNo,
            String type,
            String amount,
            @Nullable String paymentId) {}

    /** What a line sells and how it is taxed on that day. */
    public record Goods(@Nullable String productId, String sku, String name, String taxCategory, BigDecimal taxRate) {}

    public static BigDecimal totalOf(List<Line> lines) {
        return lines.stream()
                .map(line -> new BigDecimal(line.amount()))
                .reduce(BigDecimal.ZERO.setScale(CENTS), BigDecimal::add);
    }

    /** The tax contained in the lines, rounded once per category and rate. */
    public static List<Tax> taxesOf(List<Line> lines) {
        record Group(String category, BigDecimal rate) {}
        Map<Group, BigDecimal> gross =
                new TreeMap<>(Comparator.comparing(Group::category).thenComparing(Group::rate));
        for (Line line : lines) {
            gross.merge(
                    new Group(line.taxCategory(), new BigDecimal(line.taxRate())),
                    new BigDecimal(line.amount()),
                    BigDecimal::add);
        }
        List<Tax> taxes = new ArrayList<>();
        gross.forEach((group, amount) -> {
            BigDecimal net = amount.multiply(BigDecimal.valueOf(100))
                    .divide(BigDecimal.valueOf(100).add(group.rate()), CENTS, RoundingMode.HALF_UP);
            taxes.add(new Tax(
                    group.category(),
                    group.rate().toPlainString(),
                    net.toPlainString(),
                    amount.subtract(net).toPlainString(),
                    amount.toPlainString()));
        });
        return taxes;
    }
}
