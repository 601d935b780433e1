package io.tillstream.local.trade.replay;

import io.tillstream.local.trade.Api;
import io.tillstream.local.trade.ProgressBar;
import io.tillstream.local.trade.Reply;
import io.tillstream.local.trade.Sale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends the plan through the API: tills side by side, each till one document after the other. Everything may be sent
 * again; what the suite knows already it answers like the first time.
 */
final class Trading {

    private final Api api;
    private final ProgressBar progress;
    private final LongAdder stored = new LongAdder();
    private final LongAdder known = new LongAdder();

    Trading(Api api, ProgressBar progress) {
        this.api = api;
        this.progress = progress;
    }

    record Opening(
            String tillId,
            String storeId,
            String openingFloat,
            String currency,
            String businessDate,
            String openedAt) {}

    record Closing(String countedCash, String closedAt) {}

    /** Trades everything; the first refusal stops all tills. */
    void run(TillPlan plan) throws InterruptedException {
        List<Runnable> hands = new ArrayList<>();
        plan.tills().forEach(till -> hands.add(() -> till.shifts().forEach(shift -> work(till, shift))));
        hands.add(() -> plan.writeOffs().forEach(this::writeOff));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<Void> running = new ExecutorCompletionService<>(threads);
            List<Future<Void>> futures =
                    hands.stream().map(hand -> running.submit(hand, null)).toList();
            try {
                for (int i = 0; i < futures.size(); i++) {
                    running.take().get();
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            } finally {
                futures.forEach(future -> future.cancel(true));
            }
        }
    }

    /** How many documents the suite stored now, not counting those it knew. */
    long stored() {
        return stored.sum();
    }

    long known() {
        return known.sum();
    }

    private void work(TillPlan.Till till, TillPlan.Shift shift) {
        String session = "/api/till-sessions/" + RetailShop.sessionId(till, shift);
        String words = till.id() + " on " + shift.day();
        api.put(
                        session,
                        new Opening(
                                till.id(),
                                RetailShop.STORE,
                                RetailShop.OPENING_FLOAT,
                                RetailShop.CURRENCY,
                                shift.day().toString(),
                                RetailShop.opening(shift).toString()))
                .orThrow("Opening " + words);
        BigDecimal cash = new BigDecimal(RetailShop.OPENING_FLOAT);
        for (TillPlan.Ticket ticket : shift.tickets()) {
            Sale sale = RetailShop.sale(till, shift, ticket);
            count(api.put("/api/sales/" + RetailShop.idOf(ticket.document()), sale)
                    .orThrow("Document " + ticket.document().number() + " of " + shift.day()));
            cash = cash.add(cashIn(sale));
            progress.advance(shift.day().toString());
        }
        api.put(
                        session + "/closing",
                        new Closing(
                                cash.toPlainString(), RetailShop.closing(shift).toString()))
                .orThrow("Closing " + words);
    }

    private static BigDecimal cashIn(Sale sale) {
        return sale.tenders().stream()
                .filter(tender -> tender.type().equals(RetailShop.CASH))
                .map(tender -> new BigDecimal(tender.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void writeOff(TillPlan.Ticket ticket) {
        count(api.put(
                        "/api/stock-adjustments/" + RetailShop.idOf(ticket.document()),
                        RetailShop.writeOff(ticket.document()))
                .orThrow("Write-off " + ticket.document().number() + " of " + ticket.day()));
        progress.advance(ticket.day().toString());
    }

    private void count(Reply reply) {
        (reply.created() ? stored : known).increment();
    }
}
