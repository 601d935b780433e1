package io.tillstream.catalog.pricebook;

import io.tillstream.platform.events.Consumers;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What order-service tells us about stores. */
@Configuration(proxyBeanMethods = false)
class StoreListener {
    @Bean
    Consumer<Message<List<byte[]>>> changedStores(Consumers consumers, StoreFacts stores) {
        return consumers.batch(
                "store-facts", Set.of("order.store-changed.v1"), events -> events.forEach(stores::learn));
    }
}
