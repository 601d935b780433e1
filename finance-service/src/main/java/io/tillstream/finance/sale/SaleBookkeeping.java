package io.tillstream.finance.sale;

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

/** Books every completed sale, one batch of events with one statement per table. */
@Configuration(proxyBeanMethods = false)
class SaleBookkeeping {
    @Bean
    Consumer<Message<List<byte[]>>> bookSales(Consumers consumers, Journal journal, Clock clock) {
        return consumers.batch("sale-bookkeeping", Set.of("order.sale-completed.v1"), events -> {
            Instant now = clock.instant();
            journal.book(events.stream()
                    .map(event -> SalePostingRules.entryFor(event.as(SaleCompletedMessage.class), now))
                    .toList());
        });
    }
}
