package io.tillstream.local.trade;

import org.jspecify.annotations.Nullable;

/** The wire form of {@code PUT /api/stores/{storeId}}. */
public record Store(
        String name,
        String currency,
        String timeZone,
        String country,
        String businessDayStartsAt,
        Address address,
        @Nullable String taxNumber) {

    public record Address(String street, String postalCode, String city, String country) {}

    /** The wire form of {@code PUT /api/tills/{tillId}}. */
    public record Till(String storeId, String name, String receiptPrefix) {}
}
