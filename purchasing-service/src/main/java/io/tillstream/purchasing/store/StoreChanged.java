package io.tillstream.purchasing.store;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code order.store-changed.v1}. */
record StoreChanged(
        String id,
        String name,
        ZoneId timeZone,
        Address address,
        @Nullable String taxNumber,
        long version) {

    static final String TYPE = "order.store-changed.v1";

    record Address(String street, String postalCode, String city, String country) {}
}
