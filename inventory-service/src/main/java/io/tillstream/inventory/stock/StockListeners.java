package io.tillstream.inventory.stock;

import io.tillstream.inventory.stock.ProductFacts.ChangedProduct;
import io.tillstream.platform.events.Consumers;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What the broker tells us: sales move stock, catalog names the goods. */
@Configuration(proxyBeanMethods = false)
class StockListeners {
    @Bean
    Consumer<Message<List<byte[]>>> soldGoods(Consumers consumers, StockLedger ledger) {
        return consumers.batch(
                "sold-goods",
                Set.of("order.sale-completed.v1"),
                sales -> ledger.move(sales.stream()
                        .flatMap(sale -> sale.as(CompletedSale.class).movements())
                        .toList()));
    }

    @Bean
    Consumer<Message<List<byte[]>>> changedProducts(Consumers consumers, ProductFacts facts) {
        return consumers.batch(
                "product-facts",
                Set.of("catalog.product-changed.v1"),
                products -> facts.learn(products.stream()
                        .map(product -> product.as(ChangedProduct.class))
                        .toList()));
    }
}
