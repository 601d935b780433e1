package io.tillstream.catalog.product;

import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the others what became of products. */
@Component
public class ProductEvents {
    private static final String TOPIC = "pos.catalog.product";
    private static final String PRODUCT_CHANGED = "catalog.product-changed.v1";

    private final Outbox outbox;
    private final Clock clock;

    ProductEvents(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One statement for all of them; call it inside the transaction that changes them. */
    public void changed(List<ProductView> products) {
        outbox.append(products.stream()
                .map(product -> OutgoingEvent.of(
                        TOPIC, product.id().toString(), PRODUCT_CHANGED, product.version(), clock.instant(), product))
                .toList());
    }
}
