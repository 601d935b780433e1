package io.tillstream.order.pricecheck;

import io.tillstream.order.pricebook.PriceBookHistory;
import io.tillstream.order.salereview.SalesReviewed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prices sales again after they were answered, and writes down what differs. A till may know what we have not heard of yet: such a
 * sale waits, so that late news is never held against it.
 */
@Component
class PriceReview {

    private static final int AT_ONCE = 500;

    private final SalesToCheck sales;
    private final PriceCheck check;
    private final PriceBookHistory history;
    private final PriceCheckBook book;
    private final Patience patience;
    private final Clock clock;

    PriceReview(
            SalesToCheck sales,
            PriceCheck check,
            PriceBookHistory history,
            PriceCheckBook book,
            Patience patience,
            Clock clock) {
        this.sales = sales;
        this.check = check;
        this.history = history;
        this.book = book;
        this.patience = patience;
        this.clock = clock;
    }

    /** Sales that name no version of the price book are passed over. */
    @EventListener
    @Transactional
    public void review(SalesReviewed reviewed) {
        List<PricedSale> found = sales.among(reviewed.sales());
        if (!found.isEmpty()) {
            Instant now = clock.instant();
            book.write(judge(found, Map.of(), now), now);
        }
    }

    /** Every instance takes sales that no other has taken. */
    @Scheduled(fixedDelayString = "${tillstream.order.price-check.every:5s}")
    @Transactional
    public void reviewWaiting() {
        Instant now = clock.instant();
        Map<UUID, Instant> waiting = book.takeDue(now, AT_ONCE);
        if (!waiting.isEmpty()) {
            book.write(judge(sales.among(waiting.keySet()), waiting, now), now);
        }
    }

    private List<Verdict> judge(List<PricedSale> found, Map<UUID, Instant> since, Instant now) {
        // asked before the facts are read: news in between makes a sale wait once too often, never once too little
        long heardUpTo = history.heardUpTo();
        List<Verdict> verdicts = new ArrayList<>();
        for (SaleComparison comparison : check.compare(found)) {
            Instant first = since.getOrDefault(comparison.sale().id(), now);
            verdicts.add(Verdict.on(comparison, heardUpTo, Duration.between(first, now), patience));
        }
        found.stream()
                .filter(sale -> sale.store() == null)
                .map(sale -> Verdict.storeUnknown(sale.id()))
                .forEach(verdicts::add);
        return verdicts;
    }
}
