package io.tillstream.catalog.cost;

import io.tillstream.platform.events.Consumers;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What order-service tells us about orders to suppliers. */
@Configuration(proxyBeanMethods = false)
class PurchaseOrderListener {
    @Bean
    Consumer<Message<List<byte[]>>> placedPurchaseOrders(Consumers consumers, ProductCosts costs) {
        return consumers.batch(
                "product-costs",
                Set.of(PurchaseOrderPlaced.TYPE),
                events -> events.forEach(event -> costs.learn(event.as(PurchaseOrderPlaced.class))));
    }
}
