package io.tillstream.customer.purchase;

import io.tillstream.platform.events.Consumers;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class PurchaseListener {

    @Bean
    Consumer<Message<List<byte[]>>> salesToCustomers(Consumers consumers, Purchases purchases) {
        return consumers.batch(
                "salesToCustomers",
                Set.of(SaleCompleted.TYPE),
                events -> purchases.add(events.stream()
                        .map(event -> event.as(SaleCompleted.class))
                        .filter(sale -> sale.customerId() != null)
                        .toList()));
    }
}
