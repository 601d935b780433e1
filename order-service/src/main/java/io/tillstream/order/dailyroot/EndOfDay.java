package io.tillstream.order.dailyroot;

import io.tillstream.order.dailyroot.RootDocument.Head;
import io.tillstream.order.dailyroot.RootStore.Day;
import io.tillstream.order.dailyroot.RootStore.Kept;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a store's root when its business date is over. What arrives later stands in a later root; where nothing arrived since
 * the last one, none is made.
 */
@Component
class EndOfDay {

    private static final String NOTHING_BEFORE = "0".repeat(64);

    private final RootStore roots;
    private final RootPatience patience;
    private final Clock clock;

    EndOfDay(RootStore roots, RootPatience patience, Clock clock) {
        this.roots = roots;
        this.patience = patience;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${tillstream.order.daily-root.first-look:20s}",
            fixedDelayString = "${tillstream.order.daily-root.look-every:5m}")
    @Transactional
    public void makeDue() {
        Instant now = clock.instant();
        roots.daysWithoutRoot(now, patience.forOpenSessions()).forEach(day -> make(day, now));
    }

    private void make(Day day, Instant now) {
        List<Head> heads = roots.heads(day.storeId());
        Optional<Kept> last = roots.last(day.storeId());
        boolean nothingNew = last.map(kept -> kept.says().heads().equals(heads)).orElse(heads.isEmpty());
        if (nothingNew) {
            return;
        }
        roots.add(new RootDocument(
                day.businessDate(),
                heads,
                now,
                last.map(kept -> kept.says().number()).orElse(0L) + 1,
                last.map(Kept::hash).orElse(NOTHING_BEFORE),
                day.storeId()));
    }
}
