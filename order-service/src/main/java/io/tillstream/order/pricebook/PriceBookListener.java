package io.tillstream.order.pricebook;

import io.tillstream.platform.events.Consumers;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Takes what the catalog announces to our price book. */
@Configuration(proxyBeanMethods = false)
class PriceBookListener {

    @Bean
    Consumer<Message<List<byte[]>>> priceBookProducts(Consumers consumers, PriceBook priceBook) {
        return consumers.batch("price-book", Set.of("catalog.product-changed.v1"), priceBook::applyProducts);
    }

    @Bean
    Consumer<Message<List<byte[]>>> priceBookPrices(Consumers consumers, PriceBook priceBook) {
        return consumers.batch("price-book", Set.of("catalog.price-changed.v1"), priceBook::applyPrices);
    }

    @Bean
    Consumer<Message<List<byte[]>>> priceBookTaxRates(Consumers consumers, PriceBook priceBook) {
        return consumers.batch("price-book", Set.of("catalog.tax-rate-changed.v1"), priceBook::applyTaxRates);
    }

    @Bean
    Consumer<Message<List<byte[]>>> priceBookPromotions(Consumers consumers, PriceBook priceBook) {
        return consumers.batch("price-book", Set.of("catalog.promotion-changed.v1"), priceBook::applyPromotions);
    }

    @Bean
    Consumer<Message<List<byte[]>>> priceBookPriceLists(Consumers consumers, PriceBook priceBook) {
        return consumers.batch("price-book", Set.of("catalog.price-list-changed.v1"), priceBook::applyPriceLists);
    }
}
