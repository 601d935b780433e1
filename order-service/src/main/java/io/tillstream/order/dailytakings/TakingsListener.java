package io.tillstream.order.dailytakings;

import io.tillstream.platform.events.Consumers;
import io.tillstream.platform.events.IncomingEvent;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Takes our own sales from the broker to the takings; the event's key is all it needs, so no body is read. */
@Configuration(proxyBeanMethods = false)
class TakingsListener {

    @Bean
    Consumer<Message<List<byte[]>>> takings(Consumers consumers, TakingsLedger ledger) {
        return consumers.batch(
                "takings",
                Set.of("order.sale-completed.v1"),
                events -> ledger.add(events.stream()
                        .map(IncomingEvent::key)
                        .map(UUID::fromString)
                        .toList()));
    }
}
