package io.tillstream.order.approval.review;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.approval.Needed;
import io.tillstream.order.approval.review.Rehearsal.ByAction;
import io.tillstream.order.approval.review.Rehearsal.ByCashier;
import io.tillstream.order.approval.review.Rehearsal.RehearsedNeed;
import io.tillstream.order.approval.review.Rehearsal.RehearsedSale;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Failure;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries policies on sales that are past, before they hold. */
@Service
class Rehearsals {

    private static final int MOST_DAYS = 366;
    private static final int MOST_SHOWN = 200;

    private final SalesToJudge sales;

    Rehearsals(SalesToJudge sales) {
        this.sales = sales;
    }

    @Transactional(readOnly = true)
    Rehearsal of(Rehearsal.Request request, Caller caller) {
        caller.mustServe(request.storeId());
        long days = ChronoUnit.DAYS.between(request.from(), request.to());
        if (days < 0 || days > MOST_DAYS) {
            throw new PeriodNotValid();
        }
        List<Judged> judged = sales.inPeriod(request.storeId(), request.from(), request.to()).stream()
                .map(sale -> new Judged(sale, request.terms().needs(sale.deeds(), sale.roles())))
                .filter(each -> !each.needs().isEmpty())
                .toList();
        return new Rehearsal(
                judged.stream().mapToLong(each -> each.needs().size()).sum(),
                judged.size(),
                byCashier(judged),
                byAction(judged),
                judged.stream().limit(MOST_SHOWN).map(Judged::shown).toList());
    }

    private static List<ByCashier> byCashier(List<Judged> judged) {
        Map<String, Long> counts = judged.stream()
                .collect(groupingBy(
                        each -> each.sale().cashier(),
                        reducing(0L, each -> (long) each.needs().size(), Long::sum)));
        Map<String, String> names = judged.stream()
                .collect(groupingBy(
                        each -> each.sale().cashier(),
                        mapping(each -> each.sale().cashierName(), reducing("", (one, other) -> other))));
        return counts.entrySet().stream()
                .map(count -> new ByCashier(count.getKey(), names.getOrDefault(count.getKey(), ""), count.getValue()))
                .sorted(comparingLong(ByCashier::approvals).reversed().thenComparing(ByCashier::cashierName))
                .toList();
    }

    private static List<ByAction> byAction(List<Judged> judged) {
        return judged.stream()
                .flatMap(each -> each.needs().stream())
                .collect(groupingBy(needed -> needed.deed().action(), counting()))
                .entrySet()
                .stream()
                .map(count -> new ByAction(count.getKey(), count.getValue()))
                .sorted(comparingLong(ByAction::approvals).reversed().thenComparing(ByAction::action))
                .toList();
    }

    private record Judged(SaleToJudge sale, List<Needed> needs) {

        RehearsedSale shown() {
            return new RehearsedSale(
                    sale.id(),
                    sale.tillId(),
                    sale.receiptNumber(),
                    sale.occurredAt(),
                    sale.currency(),
                    Amounts.written(sale.total(), sale.currency()),
                    sale.cashier(),
                    sale.cashierName(),
                    needs.stream()
                            .map(needed -> new RehearsedNeed(needed.deed(), needed.approvers()))
                            .toList());
        }
    }

    /** The days are the wrong way round, or too many. */
    static final class PeriodNotValid extends Failure {
        PeriodNotValid() {
            super(
                    Kind.RULE_BROKEN,
                    "rehearsal-period-not-valid",
                    "A policy is tried on the sales of one day or more, at most a year.");
            with("/to", "Not before the first day, and at most a year after it.");
        }
    }
}
