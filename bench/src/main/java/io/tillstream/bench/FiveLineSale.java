package io.tillstream.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** A basket of five different products, one to five pieces each, paid in cash: the same work as the raw-SQL limit does. */
final class FiveLineSale {

    private static final int LINES = 5;
    private static final BigDecimal RATE = new BigDecimal("1.19");
    private static final long TAX = 19;
    private static final long WITH_TAX = 119;
    private static final int RANGE = BenchShop.PRODUCTS / LINES;

    private final SplittableRandom dice;
    private final int till;
    private final long priceBookVersion;

    /** @param priceBookVersion what the till has heard of the catalog: the server prices every sale again with it */
    FiveLineSale(SplittableRandom dice, int till, long priceBookVersion) {
        this.dice = dice;
        this.till = till;
        this.priceBookVersion = priceBookVersion;
    }

    /** A new UUIDv7, as a till makes it. */
    UUID newId(Instant at) {
        return new UUID(
                (at.toEpochMilli() << 16) | 0x7000L | (dice.nextLong() & 0x0FFFL),
                (dice.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    byte[] body(int receiptNumber, Instant at) {
        StringBuilder json = new StringBuilder(1_600);
        json.append("{\"storeId\":\"bench\",\"tillId\":\"")
                .append(BenchShop.till(till))
                .append("\",\"tillSessionId\":\"")
                .append(BenchShop.sessionId(till))
                .append("\",\"receiptNumber\":")
                .append(receiptNumber)
                .append(",\"occurredAt\":\"")
                .append(at)
                .append("\",\"businessDate\":\"")
                .append(LocalDate.ofInstant(at, ZoneOffset.UTC))
                .append("\",\"currency\":\"EUR\",\"customerId\":null,\"externalReference\":null,\"lines\":[");
        List<Line> lines = pick();
        BigDecimal total = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal net = total.divide(RATE, 2, RoundingMode.HALF_UP);
        long[] taxes = shareOut(total.subtract(net).unscaledValue().longValue(), lines);
        for (int i = 0; i < LINES; i++) {
            write(json, i, lines.get(i), BigDecimal.valueOf(taxes[i], 2));
        }
        BigDecimal given = total.setScale(0, RoundingMode.UP).setScale(2);
        json.append("],\"taxes\":[{\"category\":\"STANDARD\",\"rate\":\"19.00\",\"net\":\"")
                .append(net)
                .append("\",\"tax\":\"")
                .append(total.subtract(net))
                .append("\",\"gross\":\"")
                .append(total)
                .append("\"}],\"total\":\"")
                .append(total)
                .append("\",\"cashRounding\":\"0.00\",\"tenders\":[{\"tenderNo\":1,\"type\":\"CASH\",\"amount\":\"")
                .append(given)
                .append("\",\"paymentId\":null}],\"change\":\"")
                .append(given.subtract(total))
                .append("\",\"pricing\":{\"priceBookVersion\":")
                .append(priceBookVersion)
                .append(",\"at\":\"")
                .append(LocalDateTime.ofInstant(at, BenchShop.ZONE).truncatedTo(ChronoUnit.SECONDS))
                .append("\"}}");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private record Line(int product, int quantity, BigDecimal price, BigDecimal amount) {}

    private List<Line> pick() {
        List<Line> lines = new ArrayList<>(LINES);
        for (int line = 0; line < LINES; line++) {
            int product = line * RANGE + dice.nextInt(RANGE);
            int quantity = 1 + dice.nextInt(5);
            BigDecimal price = BenchShop.price(product);
            lines.add(new Line(product, quantity, price, price.multiply(BigDecimal.valueOf(quantity))));
        }
        return lines;
    }

    /** As a till shares the tax of a group among its lines: cut down to cents, what is left goes to the largest remainders. */
    private static long[] shareOut(long tax, List<Line> lines) {
        long[] taxes = new long[LINES];
        long[] rests = new long[LINES];
        long left = tax;
        for (int i = 0; i < LINES; i++) {
            long whole = lines.get(i).amount().unscaledValue().longValue() * TAX;
            taxes[i] = whole / WITH_TAX;
            rests[i] = whole % WITH_TAX;
            left -= taxes[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < LINES; i++) {
                largest = rests[i] > rests[largest] ? i : largest;
            }
            taxes[largest]++;
            rests[largest] = -1;
        }
        return taxes;
    }

    private static void write(StringBuilder json, int index, Line line, BigDecimal tax) {
        json.append(index == 0 ? "" : ",")
                .append("{\"lineNo\":")
                .append(index + 1)
                .append(",\"kind\":\"SALE\",\"productId\":\"")
                .append(BenchShop.productId(line.product()))
                .append("\",\"sku\":\"")
                .append(BenchShop.sku(line.product()))
                .append("\",\"name\":\"Bench product ")
                .append(line.product())
                .append("\",\"quantity\":\"")
                .append(line.quantity())
                .append("\",\"unitPrice\":\"")
                .append(line.price())
                .append("\",\"discount\":\"0.00\",\"taxCategory\":\"STANDARD\",\"taxRate\":\"19.00\",\"amount\":\"")
                .append(line.amount())
                .append("\",\"returnOf\":null,\"tax\":\"")
                .append(tax)
                .append("\"}");
    }
}
