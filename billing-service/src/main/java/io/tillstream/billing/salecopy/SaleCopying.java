package io.tillstream.billing.salecopy;

import io.tillstream.platform.events.Consumers;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Copies every completed sale, a batch with one statement. */
@Configuration(proxyBeanMethods = false)
class SaleCopying {
    @Bean
    Consumer<Message<List<byte[]>>> copySales(Consumers consumers, SaleCopies copies) {
        return consumers.batch("sale-copying", Set.of("order.sale-completed.v1"), copies::keep);
    }
}
