package io.tillstream.shipping.shipment.messaging;

import io.tillstream.platform.events.Consumers;
import io.tillstream.shipping.shipment.PackingTable;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class CustomerOrderListener {

    @Bean
    Consumer<Message<List<byte[]>>> customerOrders(Consumers consumers, PackingTable packingTable) {
        return consumers.batch(
                "customerOrders",
                Set.of(CustomerOrderPlaced.TYPE),
                events -> events.stream()
                        .map(event -> event.as(CustomerOrderPlaced.class))
                        .filter(CustomerOrderPlaced::isToBeShipped)
                        .forEach(placed -> packingTable.prepare(placed.goods())));
    }
}
