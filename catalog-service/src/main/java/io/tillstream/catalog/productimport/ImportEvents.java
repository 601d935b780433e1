package io.tillstream.catalog.productimport;

import io.tillstream.catalog.price.PriceEvents;
import io.tillstream.catalog.pricebook.PriceBookVersions;
import io.tillstream.catalog.product.ProductEvents;
import io.tillstream.catalog.product.ProductViews;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells tills and other services what an import changed, a thousand events to a statement. */
@Component
class ImportEvents {
    private static final int AT_ONCE = 1000;

    private final PriceBookVersions versions;
    private final ProductViews products;
    private final ProductEvents productEvents;
    private final PriceEvents priceEvents;

    ImportEvents(
            PriceBookVersions versions, ProductViews products, ProductEvents productEvents, PriceEvents priceEvents) {
        this.versions = versions;
        this.products = products;
        this.productEvents = productEvents;
        this.priceEvents = priceEvents;
    }

    /** How many products it is about. */
    int tell(List<UUID> changed, List<ImportPrices.NewPrice> prices) {
        Set<UUID> touched = new HashSet<>(changed);
        prices.forEach(price -> touched.add(price.product()));
        versions.changed(touched);
        inParts(changed, part -> productEvents.changed(products.withIds(part)));
        inParts(prices.stream().map(ImportPrices.NewPrice::id).toList(), priceEvents::changed);
        return touched.size();
    }

    private static void inParts(List<UUID> ids, Consumer<List<UUID>> publish) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            publish.accept(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
        }
    }
}
