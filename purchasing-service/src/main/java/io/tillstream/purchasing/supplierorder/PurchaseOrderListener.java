package io.tillstream.purchasing.supplierorder;

import io.tillstream.platform.events.Consumers;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class PurchaseOrderListener {

    @Bean
    Consumer<Message<List<byte[]>>> purchaseOrders(Consumers consumers, SendingDesk desk) {
        return consumers.batch(
                "purchaseOrders",
                Set.of(PurchaseOrderPlaced.TYPE),
                events -> events.forEach(event -> desk.receive(event.as(PurchaseOrderPlaced.class))));
    }
}
