package io.tillstream.finance.tillsession;

import io.tillstream.finance.ledger.Journal;
import io.tillstream.platform.events.Consumers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Books the difference of every closed till session; a drawer that agrees leaves no entry. */
@Configuration(proxyBeanMethods = false)
class TillSessionBookkeeping {
    @Bean
    Consumer<Message<List<byte[]>>> bookTillSessions(Consumers consumers, Journal journal, Clock clock) {
        return consumers.batch("till-session-bookkeeping", Set.of("order.till-session-closed.v1"), events -> {
            Instant now = clock.instant();
            journal.book(events.stream()
                    .map(event -> event.as(TillSessionClosedMessage.class))
                    .filter(session -> session.closing().difference().signum() != 0)
                    .map(session -> OverShortPostingRule.entryFor(session, now))
                    .toList());
        });
    }
}
