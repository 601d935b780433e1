package io.tillstream.order.purchaseorder;

import io.tillstream.platform.events.Consumers;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** News that reach purchase orders from outside. */
@Configuration(proxyBeanMethods = false)
class PurchaseOrderNews {

    @Bean
    Consumer<Message<List<byte[]>>> suppliersChanged(Consumers consumers, KnownSuppliers suppliers) {
        return consumers.batch(
                "suppliersChanged",
                Set.of(SupplierChanged.TYPE),
                events -> events.forEach(event -> suppliers.put(event.as(SupplierChanged.class))));
    }

    @Bean
    Consumer<Message<List<byte[]>>> purchaseOrdersSent(Consumers consumers, ReceivingDesk desk) {
        return consumers.batch(
                "purchaseOrdersSent",
                Set.of(PurchaseOrderSent.TYPE),
                events -> events.forEach(event -> desk.sent(event.as(PurchaseOrderSent.class))));
    }

    @Bean
    Consumer<Message<List<byte[]>>> purchaseOrderGoods(Consumers consumers, ReceivingDesk desk) {
        return consumers.batch(
                "purchaseOrderGoods",
                Set.of(GoodsReceived.TYPE),
                events -> events.forEach(event -> desk.received(event.as(GoodsReceived.class))));
    }
}
