package io.tillstream.local.trade.demo;

import io.tillstream.local.trade.Store;
import java.util.List;

/** The stores and tills of the demo shop. */
record DemoTill(String id, String storeId, String name, String receiptPrefix, int customersADay) {

    record Shop(String id, Store store) {}

    static final String TIME_ZONE = "Europe/Berlin";

    static final List<Shop> SHOPS = List.of(
            new Shop("berlin", store("Feinkost Berlin", new Store.Address("Torstraße 12", "10119", "Berlin", "DE"))),
            new Shop(
                    "hamburg",
                    store("Feinkost Hamburg", new Store.Address("Lange Reihe 40", "20099", "Hamburg", "DE"))));

    static final List<DemoTill> TILLS = List.of(
            new DemoTill("berlin-1", "berlin", "Berlin, front", "B1", 34),
            new DemoTill("berlin-2", "berlin", "Berlin, counter", "B2", 22),
            new DemoTill("hamburg-1", "hamburg", "Hamburg", "H1", 28));

    private static Store store(String name, Store.Address address) {
        return new Store(name, "EUR", TIME_ZONE, "DE", "04:00", address, "DE123456788");
    }
}
