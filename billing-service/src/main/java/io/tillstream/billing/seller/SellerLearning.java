package io.tillstream.billing.seller;

import io.tillstream.platform.events.Consumers;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Keeps up with the stores. */
@Configuration(proxyBeanMethods = false)
class SellerLearning {
    @Bean
    Consumer<Message<List<byte[]>>> learnSellers(Consumers consumers, Sellers sellers) {
        return consumers.batch(
                "seller-learning",
                Set.of("order.store-changed.v1"),
                events -> events.forEach(event ->
                        sellers.learn(event.as(StoreChangedMessage.class).seller())));
    }
}
