package io.tillstream.order.pricecheck;

import io.tillstream.order.pricecheck.SaleComparison.Difference;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of a sale that was priced again: an outcome for good, or another try. */
record Verdict(UUID sale, Outcome outcome, @Nullable String note, List<Difference> differences, Duration tryAgainIn) {

    enum Outcome {
        AGREES,
        DISAGREES,
        NOT_COMPARED,
        WAITS
    }

    static Verdict on(SaleComparison comparison, long heardUpTo, Duration waited, Patience patience) {
        List<Difference> differences = comparison.differences();
        boolean heard = comparison.sale().version() <= heardUpTo;
        Duration bound = patience.bound(heard, differences.isEmpty());
        UUID sale = comparison.sale().id();
        if (waited.compareTo(bound) < 0) {
            return new Verdict(sale, Outcome.WAITS, null, List.of(), patience.untilNextTry(waited, bound));
        }
        String note = heard
                ? null
                : "Compared with version %d of the price book: of version %d, which the till named, no news had come."
                        .formatted(heardUpTo, comparison.sale().version());
        return new Verdict(
                sale, differences.isEmpty() ? Outcome.AGREES : Outcome.DISAGREES, note, differences, Duration.ZERO);
    }

    static Verdict storeUnknown(UUID sale) {
        return new Verdict(
                sale,
                Outcome.NOT_COMPARED,
                "The store is not registered, so nobody knows its time and its taxes.",
                List.of(),
                Duration.ZERO);
    }
}
