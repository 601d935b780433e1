package io.tillstream.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.UUID;

/** A basket of five different products, one to five pieces each, paid in cash: the same work as the raw-SQL limit does. */
final class FiveLineSale {

    private static final int LINES = 5;
    private static final BigDecimal RATE = new BigDecimal("1.19");
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
        BigDecimal total = BigDecimal.ZERO;
        for (int line = 0; line < LINES; line++) {
            total = total.add(line(json, line));
        }
        BigDecimal net = total.divide(RATE, 2, RoundingMode.HALF_UP);
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

    private BigDecimal line(StringBuilder json, int line) {
        int product = line * RANGE + dice.nextInt(RANGE);
        int quantity = 1 + dice.nextInt(5);
        BigDecimal price = BenchShop.price(product);
        BigDecimal amount = price.multiply(BigDecimal.valueOf(quantity));
        json.append(line == 0 ? "" : ",")
                .append("{\"lineNo\":")
                .append(line + 1)
                .append(",\"kind\":\"SALE\",\"productId\":\"")
                .append(BenchShop.productId(product))
                .append("\",\"sku\":\"")
                .append(BenchShop.sku(product))
                .append("\",\"name\":\"Bench product ")
                .append(product)
                .append("\",\"quantity\":\"")
                .append(quantity)
                .append("\",\"unitPrice\":\"")
                .append(price)
                .append("\",\"discount\":\"0.00\",\"taxCategory\":\"STANDARD\",\"taxRate\":\"19.00\",\"amount\":\"")
                .append(amount)
                .append("\",\"returnOf\":null}");
        return amount;
    }
}
