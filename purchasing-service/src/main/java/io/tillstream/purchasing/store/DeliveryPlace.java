package io.tillstream.purchasing.store;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A store as a supplier needs it. */
public record DeliveryPlace(
        String storeId,
        String name,
        ZoneId timeZone,
        List<String> addressLines,
        @Nullable String taxNumber) {

    /** The name of a country by its ISO 3166 code, as the post of any country reads it. */
    public static String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** What is known of a store whose news have not arrived yet. */
    static DeliveryPlace unknown(String storeId) {
        return new DeliveryPlace(storeId, storeId, ZoneId.of("UTC"), List.of(), null);
    }
}
