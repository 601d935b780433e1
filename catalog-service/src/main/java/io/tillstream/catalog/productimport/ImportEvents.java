package io.tillstream.catalog.productimport;

import io.tillstream.catalog.price.PriceEvents;
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
    private final PriceEvents priceEvents;

    ImportEvents(ProductViews products, ProductEvents productEvents, PriceEvents priceEvents) {
        this.products = products;
        this.productEvents = productEvents;
        this.priceEvents = priceEvents;
    }

    void productsChanged(List<UUID> ids) {
        inParts(ids, part -> productEvents.changed(products.withIds(part)));
    }

    /** Call it when their products have got the new version of the price book. */
    void pricesSet(List<UUID> ids) {
        inParts(ids, priceEvents::changed);
    }

    private static void inParts(List<UUID> ids, Consumer<List<UUID>> publish) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            publish.accept(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
        }
    }
}
