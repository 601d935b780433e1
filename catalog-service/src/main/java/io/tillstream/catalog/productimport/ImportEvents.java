package io.tillstream.catalog.productimport;

import io.tillstream.catalog.price.PriceEvents;
import io.tillstream.catalog.price.Prices;
import io.tillstream.catalog.product.ProductEvents;
import io.tillstream.catalog.product.ProductViews;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Publishes what an import changed, a thousand events to a statement. */
@Component
class ImportEvents {
    private static final int AT_ONCE = 1000;

    private final ProductViews products;
    private final ProductEvents productEvents;
    private final Prices prices;
    private final PriceEvents priceEvents;

    ImportEvents(ProductViews products, ProductEvents productEvents, Prices prices, PriceEvents priceEvents) {
        this.products = products;
        this.productEvents = productEvents;
        this.prices = prices;
        this.priceEvents = priceEvents;
    }

    void publish(List<UUID> changedProducts, List<UUID> newPrices) {
        inParts(changedProducts, part -> productEvents.changed(products.withIds(part)));
        inParts(newPrices, part -> priceEvents.changed(prices.withIds(part)));
    }

    private static void inParts(List<UUID> ids, Consumer<List<UUID>> publish) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            publish.accept(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
        }
    }
}
