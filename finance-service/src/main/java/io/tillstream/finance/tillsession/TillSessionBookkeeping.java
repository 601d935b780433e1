package io.tillstream.finance.tillsession;

import io.tillstream.finance.ledger.Journal;
import io.tillstream.finance.ledger.JournalEntry;
import io.tillstream.platform.events.Consumers;
import io.tillstream.platform.events.IncomingEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Books the difference of every closed till session and all cash that moved; what moved no money leaves no entry. */
@Configuration(proxyBeanMethods = false)
class TillSessionBookkeeping {
    private static final String CLOSED = "order.till-session-closed.v1";
    private static final String CASH_MOVED = "order.cash-moved.v1";

    @Bean
    Consumer<Message<List<byte[]>>> bookTillSessions(Consumers consumers, Journal journal, Clock clock) {
        return consumers.batch("till-session-bookkeeping", Set.of(CLOSED, CASH_MOVED), events -> {
            Instant now = clock.instant();
            journal.book(events.stream()
                    .flatMap(event -> entryFor(event, now).stream())
                    .toList());
        });
    }

    private static Optional<JournalEntry> entryFor(IncomingEvent event, Instant now) {
        return event.type().equals(CASH_MOVED)
                ? Optional.of(event.as(CashMovedMessage.class))
                        .filter(moved -> moved.amount().signum() != 0)
                        .map(moved -> CashMovementPostingRule.entryFor(moved, now))
                : Optional.of(event.as(TillSessionClosedMessage.class))
                        .filter(session -> session.closing().difference().signum() != 0)
                        .map(session -> OverShortPostingRule.entryFor(session, now));
    }
}
