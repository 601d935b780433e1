package io.tillstream.order.pricebook;

import io.tillstream.order.pricing.PriceList;
import io.tillstream.order.pricing.PriceList.ListedPrice;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a price list says of itself, as the catalog words it. */
record ListTerms(
        String name,
        String currency,
        int priority,
        List<String> stores,
        List<String> customerGroups,
        boolean active,
        Window window) {

    /** When it holds, in the store's time. */
    record Window(@Nullable LocalDateTime from, @Nullable LocalDateTime until) {}

    boolean concerns(String store, String trade) {
        return active && currency.equals(trade) && (stores.isEmpty() || stores.contains(store));
    }

    PriceList with(UUID id, List<ListedPrice> prices) {
        return new PriceList(
                id.toString(), name, priority, stores, customerGroups, window.from(), window.until(), prices);
    }
}
