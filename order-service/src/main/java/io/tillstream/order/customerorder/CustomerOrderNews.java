package io.tillstream.order.customerorder;

import io.tillstream.platform.events.Consumers;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** News that reach customer orders from outside. */
@Configuration(proxyBeanMethods = false)
class CustomerOrderNews {

    @Bean
    Consumer<Message<List<byte[]>>> customerOrderShipments(Consumers consumers, OrderCounter counter) {
        return consumers.batch(
                "customerOrderShipments",
                Set.of(ShipmentDispatched.TYPE, ShipmentDelivered.TYPE),
                events -> events.forEach(event -> {
                    if (event.type().equals(ShipmentDispatched.TYPE)) {
                        counter.on(event.as(ShipmentDispatched.class));
                    } else {
                        counter.on(event.as(ShipmentDelivered.class));
                    }
                }));
    }

    @Bean
    Consumer<Message<List<byte[]>>> customersErased(Consumers consumers, OrderCounter counter) {
        return consumers.batch(
                "customersErased",
                Set.of(CustomerErased.TYPE),
                events -> events.forEach(event -> counter.on(event.as(CustomerErased.class))));
    }
}
