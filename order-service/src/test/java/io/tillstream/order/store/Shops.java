package io.tillstream.order.store;

import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Token;

/** Stores and tills that tests sell in. */
public final class Shops {

    private Shops() {}

    /** A store in Berlin's time zone with two tills, {@code <id>-1} and {@code <id>-2}. */
    public static void open(Api api, String id) {
        Api manager = api.as(Token.manager(id));
        manager.put("/api/stores/" + id, describedAs("Shop of " + id));
        manager.put("/api/tills/" + id + "-1", till(id, "Till 1"));
        manager.put("/api/tills/" + id + "-2", till(id, "Till 2"));
    }

    public static String describedAs(String name) {
        return """
                {"name": "%s", "currency": "EUR", "timeZone": "Europe/Berlin", "country": "DE", "businessDayStartsAt": "04:00",
                 "address": {"street": "Torstraße 1", "postalCode": "10119", "city": "Berlin", "country": "DE"},
                 "taxNumber": null}
                """.formatted(name);
    }

    static String till(String store, String name) {
        return """
                {"storeId": "%s", "name": "%s", "receiptPrefix": "B"}
                """.formatted(store, name);
    }
}
