package io.tillstream.order.salereview;

import io.tillstream.platform.events.Consumers;
import io.tillstream.platform.events.IncomingEvent;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Takes our own sales from the broker to the review; the event's key is all it needs, so no body is read. */
@Configuration(proxyBeanMethods = false)
class SaleReviewListener {

    @Bean
    Consumer<Message<List<byte[]>>> reviewSales(Consumers consumers, SaleReview review) {
        return consumers.batch(
                "sale-review",
                Set.of("order.sale-completed.v1"),
                events -> review.review(events.stream()
                        .map(IncomingEvent::key)
                        .map(UUID::fromString)
                        .toList()));
    }
}
