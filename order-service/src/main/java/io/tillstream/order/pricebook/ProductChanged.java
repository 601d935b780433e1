package io.tillstream.order.pricebook;

import java.util.UUID;

/** What the price book takes from {@code catalog.product-changed.v1}. */
record ProductChanged(UUID id, String sku, String name, String taxCategory, String status) {

    boolean active() {
        return status.equals("ACTIVE");
    }
}
