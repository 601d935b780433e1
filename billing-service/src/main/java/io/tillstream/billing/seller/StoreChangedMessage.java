package io.tillstream.billing.seller;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What invoices need of {@code order.store-changed.v1}. */
record StoreChangedMessage(
        String id,
        String name,
        String country,
        ZoneId timeZone,
        Address address,
        @Nullable String taxNumber,
        long version) {

    record Address(String street, String postalCode, String city, String country) {}

    Seller seller() {
        return new Seller(
                id,
                name,
                address.street(),
                address.postalCode(),
                address.city(),
                address.country(),
                taxNumber,
                timeZone,
                version);
    }
}
