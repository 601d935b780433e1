package io.tillstream.local.trade.demo;

import io.tillstream.local.trade.Sale;
import io.tillstream.local.trade.Sale.Line;
import io.tillstream.local.trade.StableId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trade of a till before the demo began: plausible baskets, drawn from a generator that is seeded with till and
 * date, so that the same past comes out however often it is made.
 */
final class DemoTrade {

    static final String OPENING_FLOAT = "150.00";

    private static final ZoneId ZONE = ZoneId.of(DemoTill.TIME_ZONE);
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final int OPEN_MINUTES = 11 * 60;
    private static final int MOST_LINES = 6;
    private static final int CARD_PERCENT = 55;
    private static final int KNOWN_CUSTOMER_PERCENT = 12;

    private final List<DemoGoods> shelf = new ArrayList<>();
    private final Map<String, BigDecimal> rates;
    private final List<UUID> customers;

    /** @param rates percent by tax category */
    DemoTrade(List<DemoGoods> assortment, Map<String, BigDecimal> rates, List<UUID> customers) {
        this.rates = rates;
        this.customers = customers;
        for (DemoGoods goods : assortment) {
            for (int i = 0; i < goods.popularity(); i++) {
                shelf.add(goods);
            }
        }
    }

    /** What a till did on one day, in the order of its receipts. */
    record Shift(
            UUID sessionId, DemoTill till, LocalDate day, Instant openedAt, Instant closedAt, List<Ticket> tickets) {}

    record Ticket(UUID id, Sale sale) {

        /** The card payment that has to be made before the sale; null when it was paid in cash. */
        @Nullable
        String paymentId() {
            return sale.tenders().getFirst().paymentId();
        }
    }

    /** The shifts of a till on the given days, sold before {@code until}. */
    List<Shift> past(DemoTill till, List<LocalDate> days, Instant until) {
        List<Shift> shifts = new ArrayList<>();
        int receipt = 0;
        for (LocalDate day : days) {
            Shift shift = shift(till, day, until, receipt);
            if (!shift.tickets().isEmpty()) {
                shifts.add(shift);
                receipt += shift.tickets().size();
            }
        }
        return shifts;
    }

    private Shift shift(DemoTill till, LocalDate day, Instant until, int lastReceipt) {
        SplittableRandom dice = new SplittableRandom((till.id() + day).hashCode());
        Instant opens = day.atTime(OPENS).atZone(ZONE).toInstant();
        UUID session = StableId.of(opens, "demo", "session", till.id());
        int guests = till.customersADay() * (80 + dice.nextInt(40)) / 100;
        List<Instant> times = Stream.generate(() -> opens.plusSeconds(moment(dice)))
                .limit(guests)
                .sorted()
                .filter(time -> time.isBefore(until))
                .toList();
        List<Ticket> tickets = new ArrayList<>();
        for (Instant time : times) {
            Ticket brought =
                    tickets.size() == 9 ? returning(till, day, session, time, tickets.get(3), lastReceipt) : null;
            tickets.add(
                    brought != null ? brought : sold(till, day, session, time, lastReceipt + tickets.size() + 1, dice));
        }
        Instant closes = tickets.isEmpty() ? opens : times.getLast().plusSeconds(600);
        return new Shift(session, till, day, opens.minusSeconds(900), closes, tickets);
    }

    /** Seconds after opening; noon and the way home from work are busiest. */
    private static int moment(SplittableRandom dice) {
        int minute = dice.nextInt(3) == 0
                ? dice.nextInt(OPEN_MINUTES)
                : (dice.nextBoolean() ? 220 : 540) + dice.nextInt(60) + dice.nextInt(60) - 60;
        return Math.min(Math.max(minute, 5), OPEN_MINUTES - 5) * 60 + dice.nextInt(60);
    }

    private Ticket sold(DemoTill till, LocalDate day, UUID session, Instant time, int receipt, SplittableRandom dice) {
        List<Line> lines = new ArrayList<>();
        int wanted = 1 + Math.min(dice.nextInt(MOST_LINES), dice.nextInt(MOST_LINES));
        while (lines.size() < wanted) {
            DemoGoods goods = shelf.get(dice.nextInt(shelf.size()));
            if (lines.stream().noneMatch(line -> line.sku().equals(goods.sku()))) {
                lines.add(Line.of(lines.size() + 1, priced(goods), quantity(goods, dice), goods.price()));
            }
        }
        BigDecimal total = Sale.totalOf(lines);
        UUID id = StableId.of(time, "demo", "sale", till.id(), Integer.toString(receipt));
        boolean card = dice.nextInt(100) < CARD_PERCENT && !asksForTrouble(total);
        BigDecimal given = card ? total : banknotes(total, dice);
        String customer = dice.nextInt(100) < KNOWN_CUSTOMER_PERCENT
                ? customers.get(dice.nextInt(customers.size())).toString()
                : null;
        Sale.Tender tender = card
                ? new Sale.Tender(
                        1,
                        "CARD",
                        total.toPlainString(),
                        StableId.of(time, "demo", "payment", id.toString()).toString())
                : new Sale.Tender(1, "CASH", given.toPlainString(), null);
        return new Ticket(id, sale(till, day, session, time, receipt, customer, lines, tender, given.subtract(total)));
    }

    private Ticket returning(DemoTill till, LocalDate day, UUID session, Instant time, Ticket bought, int lastReceipt) {
        Line line = bought.sale().lines().getFirst();
        BigDecimal price = new BigDecimal(line.unitPrice());
        Line back = Line.of(
                        1,
                        new Sale.Goods(
                                line.productId(),
                                line.sku(),
                                line.name(),
                                line.taxCategory(),
                                new BigDecimal(line.taxRate())),
                        new BigDecimal(line.quantity()).negate(),
                        price)
                .returning(bought.id().toString(), line.lineNo());
        int receipt = lastReceipt + 10;
        UUID id = StableId.of(time, "demo", "sale", till.id(), Integer.toString(receipt));
        Sale.Tender tender = new Sale.Tender(1, "CASH", back.amount(), null);
        return new Ticket(
                id, sale(till, day, session, time, receipt, null, List.of(back), tender, BigDecimal.ZERO.setScale(2)));
    }

    private static Sale sale(
            DemoTill till,
            LocalDate day,
            UUID session,
            Instant time,
            int receipt,
            @Nullable String customer,
            List<Line> lines,
            Sale.Tender tender,
            BigDecimal change) {
        return new Sale(
                till.storeId(),
                till.id(),
                session.toString(),
                receipt,
                time.toString(),
                day.toString(),
                "EUR",
                customer,
                null,
                List.copyOf(lines),
                Sale.taxesOf(lines),
                Sale.totalOf(lines).toPlainString(),
                "0.00",
                List.of(tender),
                change.toPlainString());
    }

    private Sale.Goods priced(DemoGoods goods) {
        return new Sale.Goods(
                goods.id().toString(),
                goods.sku(),
                goods.name(),
                goods.taxCategory(),
                rates.getOrDefault(goods.taxCategory(), BigDecimal.ZERO));
    }

    private static BigDecimal quantity(DemoGoods goods, SplittableRandom dice) {
        return goods.weighed()
                ? BigDecimal.valueOf(120L + 5L * dice.nextInt(60), 3)
                : BigDecimal.valueOf(dice.nextInt(4) == 0 ? 2 + dice.nextInt(2) : 1);
    }

    /** The simulated card terminal shows its troubles at amounts that end in 51 to 59. */
    private static boolean asksForTrouble(BigDecimal total) {
        int cents = total.movePointRight(2).intValueExact() % 100;
        return cents > 50 && cents < 60;
    }

    /** What people hand over: exact coins now and then, else the next note. */
    private static BigDecimal banknotes(BigDecimal total, SplittableRandom dice) {
        if (dice.nextInt(5) == 0) {
            return total;
        }
        BigDecimal note = BigDecimal.valueOf(total.compareTo(BigDecimal.valueOf(20)) > 0 ? 10 : 5);
        return total.divide(note, 0, RoundingMode.UP).multiply(note).setScale(2);
    }
}
