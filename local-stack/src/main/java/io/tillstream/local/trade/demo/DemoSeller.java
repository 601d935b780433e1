package io.tillstream.local.trade.demo;

import io.tillstream.local.trade.Api;
import io.tillstream.local.trade.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Rings up the past of the demo shop: today as far as it goes and the two days before. */
final class DemoSeller {

    private static final ZoneId ZONE = ZoneId.of(DemoTill.TIME_ZONE);
    private static final int DAY_STARTS_AT = 4;
    private static final int DAYS = 3;

    private final Api api;
    private final Map<String, BigDecimal> rates;
    private final Instant until;
    private final AtomicInteger sales = new AtomicInteger();
    private final AtomicInteger newSales = new AtomicInteger();

    DemoSeller(Api api, Map<String, BigDecimal> rates, Instant until) {
        this.api = api;
        this.rates = rates;
        this.until = until;
    }

    record Opening(
            String tillId,
            String storeId,
            String openingFloat,
            String currency,
            String businessDate,
            String openedAt) {}

    record Closing(String countedCash, String closedAt) {}

    record CardPayment(String type, Amount amount, String storeId, String tillId, String saleId) {}

    record Amount(String amount, String currency) {}

    void sell(List<DemoGoods> assortment) throws InterruptedException {
        DemoTrade trade = new DemoTrade(assortment, rates, DemoFurnishing.customers());
        List<LocalDate> days = days();
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            for (DemoTill till : DemoTill.TILLS) {
                working.add(tills.submit(() -> trade.past(till, days, until).forEach(this::work)));
            }
            for (Future<?> till : working) {
                till.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    int sales() {
        return sales.get();
    }

    int newSales() {
        return newSales.get();
    }

    private List<LocalDate> days() {
        LocalDate today = until.atZone(ZONE).minusHours(DAY_STARTS_AT).toLocalDate();
        List<LocalDate> days = new ArrayList<>();
        for (int back = DAYS - 1; back >= 0; back--) {
            days.add(today.minusDays(back));
        }
        return days;
    }

    private void work(DemoTrade.Shift shift) {
        String session = "/api/till-sessions/" + shift.sessionId();
        String words = shift.till().id() + " on " + shift.day();
        api.put(
                        session,
                        new Opening(
                                shift.till().id(),
                                shift.till().storeId(),
                                DemoTrade.OPENING_FLOAT,
                                "EUR",
                                shift.day().toString(),
                                shift.openedAt().toString()))
                .orThrow("Opening " + words);
        BigDecimal cash = new BigDecimal(DemoTrade.OPENING_FLOAT);
        for (DemoTrade.Ticket ticket : shift.tickets()) {
            pay(ticket);
            sales.incrementAndGet();
            if (api.put("/api/sales/" + ticket.id(), ticket.sale())
                    .orThrow("A sale of " + words)
                    .created()) {
                newSales.incrementAndGet();
            }
            cash = cash.add(cashIn(ticket.sale()));
        }
        api.put(
                        session + "/closing",
                        new Closing(cash.toPlainString(), shift.closedAt().toString()))
                .orThrow("Closing " + words);
    }

    private void pay(DemoTrade.Ticket ticket) {
        String payment = ticket.paymentId();
        if (payment != null) {
            Sale sale = ticket.sale();
            api.put(
                            "/api/payments/" + payment,
                            new CardPayment(
                                    "CARD",
                                    new Amount(sale.total(), sale.currency()),
                                    sale.storeId(),
                                    sale.tillId(),
                                    ticket.id().toString()))
                    .orThrow("A card payment");
        }
    }

    private static BigDecimal cashIn(Sale sale) {
        Sale.Tender tender = sale.tenders().getFirst();
        return tender.type().equals("CASH")
                ? new BigDecimal(tender.amount()).subtract(new BigDecimal(sale.change()))
                : BigDecimal.ZERO;
    }
}
