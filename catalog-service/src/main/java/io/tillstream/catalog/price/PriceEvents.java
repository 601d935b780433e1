package io.tillstream.catalog.price;

import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the others of new prices. */
@Component
public class PriceEvents {
    private static final String TOPIC = "pos.catalog.price";
    private static final String PRICE_CHANGED = "catalog.price-changed.v1";

    private final Prices prices;
    private final Outbox outbox;
    private final Clock clock;

    PriceEvents(Prices prices, Outbox outbox, Clock clock) {
        this.prices = prices;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * One statement for all of them; call it inside the transaction that sets them, after their products have got the
     * new version of the price book.
     */
    public void changed(List<UUID> ids) {
        outbox.append(prices.news(ids).stream()
                .map(price -> OutgoingEvent.of(TOPIC, price.id().toString(), PRICE_CHANGED, 0, clock.instant(), price))
                .toList());
    }
}
