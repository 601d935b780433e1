package io.tillstream.local.trade.demo;

import io.tillstream.local.Trouble;
import io.tillstream.local.trade.Api;
import io.tillstream.local.trade.Catalog;
import io.tillstream.local.trade.StableId;
import io.tillstream.local.trade.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Everything the demo shop needs before it can sell. */
final class DemoFurnishing {

    static final UUID SAM = UUID.fromString("01890000-0000-7000-8000-000000000001");

    private static final List<Rate> RATES = List.of(
            new Rate("STANDARD", "19.00", "2007-01-01"),
            new Rate("STANDARD", "16.00", "2020-07-01"),
            new Rate("STANDARD", "19.00", "2021-01-01"),
            new Rate("REDUCED", "7.00", "1983-07-01"),
            new Rate("REDUCED", "5.00", "2020-07-01"),
            new Rate("REDUCED", "7.00", "2021-01-01"),
            new Rate("ZERO", "0.00", "1983-07-01"));

    private static final List<Guest> GUESTS = List.of(
            new Guest("Anna Lindner", "anna.lindner@example.org", "Berlin", "10437", DemoPrices.GROUP),
            new Guest("Mehmet Aydın", "mehmet.aydin@example.org", "Berlin", "10999", null),
            new Guest("Kaffeebar Nordlicht GmbH", "einkauf@nordlicht.example", "Hamburg", "20359", DemoPrices.GROUP),
            new Guest("Sofia Marques", "sofia.marques@example.org", "Hamburg", "22765", null),
            new Guest("Jonas Weber", "jonas.weber@example.org", "Berlin", "12047", null));

    private final Api api;

    DemoFurnishing(Api api) {
        this.api = api;
    }

    private record Rate(String category, String percent, String validFrom) {}

    private record Guest(
            String name,
            String email,
            String city,
            String postalCode,
            @Nullable String groupCode) {
        UUID id() {
            return StableId.of(DemoShop.FOUNDED, "demo", "customer", email);
        }
    }

    record TaxRate(String country, String category, String rate, String validFrom) {}

    record Customer(
            String name,
            String email,
            CustomerAddress address,
            @Nullable String groupCode) {}

    record CustomerAddress(String street, String postalCode, String city, String country) {}

    record Supplier(
            String name,
            String email,
            String currency,
            int paymentTermDays,
            int leadTimeDays,
            CustomerAddress address,
            String status) {}

    record PurchaseOrder(
            String supplierId, String locationId, String currency, String expectedDate, List<OrderLine> lines) {}

    record OrderLine(int lineNo, String productId, String sku, String name, String quantity, String unitCost) {}

    void stores() {
        for (DemoTill.Shop shop : DemoTill.SHOPS) {
            if (putUnlessThere("/api/stores/" + shop.id(), shop.store())) {
                // whoever tries the demo sells on any browser at once; real stores leave devices to their leads
                api.put("/api/devices/rules/" + shop.id(), Map.of("who", "TILL_STAFF"))
                        .orThrow("Who enrols devices in " + shop.id());
            }
        }
        for (DemoTill till : DemoTill.TILLS) {
            putUnlessThere(
                    "/api/tills/" + till.id(), new Store.Till(till.storeId(), till.name(), till.receiptPrefix()));
        }
    }

    void taxRates() {
        for (Rate rate : RATES) {
            Instant since = LocalDate.parse(rate.validFrom())
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            UUID id = StableId.of(since, "DE", rate.category(), rate.percent());
            api.put("/api/tax-rates/" + id, new TaxRate("DE", rate.category(), rate.percent(), rate.validFrom()))
                    .orThrow("The tax rate " + rate);
        }
    }

    /** The rates of today, in percent by category. */
    Map<String, BigDecimal> rates() {
        return Map.of(
                "STANDARD", new BigDecimal("19.00"), "REDUCED", new BigDecimal("7.00"), "ZERO", new BigDecimal("0.00"));
    }

    /** Adds the products that are missing; those that are there keep the name and price somebody may have given them. */
    int products(List<DemoGoods> assortment) {
        List<DemoGoods> missing = assortment.stream()
                .filter(goods -> api.get("/api/products/" + goods.id()).status() == 404)
                .toList();
        if (!missing.isEmpty()) {
            var result = new Catalog(api).load(csv(missing), false, false);
            if (!result.path("refused").isEmpty()) {
                throw new Trouble(
                        "The catalog refused a demo product: "
                                + result.path("refused").get(0).path("reason").asText(),
                        "Rename or remove the product in its way, then run ./till demo again.");
            }
        }
        return missing.size();
    }

    private static String csv(List<DemoGoods> assortment) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(
                csv,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(
                                "id", "sku", "name", "category", "unit", "taxCategory", "price", "currency", "barcodes")
                        .get())) {
            for (DemoGoods goods : assortment) {
                printer.printRecord(
                        goods.id(),
                        goods.sku(),
                        goods.name(),
                        goods.category(),
                        goods.unit(),
                        goods.taxCategory(),
                        goods.price(),
                        "EUR",
                        goods.barcode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    void people() {
        for (Guest guest : GUESTS) {
            putUnlessThere(
                    "/api/customers/" + guest.id(),
                    new Customer(
                            guest.name(),
                            guest.email(),
                            new CustomerAddress("Hauptstraße 1", guest.postalCode(), guest.city(), "DE"),
                            guest.groupCode()));
        }
        putUnlessThere(
                "/api/suppliers/" + SAM,
                new Supplier(
                        "Sam's Coffee and Fine Foods",
                        "sam@supplier.example",
                        "EUR",
                        30,
                        5,
                        new CustomerAddress("Speicherstadt 7", "20457", "Hamburg", "DE"),
                        "ACTIVE"));
    }

    static List<UUID> customers() {
        return GUESTS.stream().map(Guest::id).toList();
    }

    /** Coffee is on its way: an order to sam, placed when the shop opened. */
    void purchaseOrder(List<DemoGoods> assortment, Instant opened) {
        List<OrderLine> lines = new ArrayList<>();
        for (DemoGoods goods : assortment.subList(0, 4)) {
            lines.add(new OrderLine(
                    lines.size() + 1,
                    goods.id().toString(),
                    goods.sku(),
                    goods.name(),
                    "24",
                    goods.price()
                            .multiply(new BigDecimal("0.55"))
                            .setScale(2, RoundingMode.HALF_UP)
                            .toPlainString()));
        }
        String path = "/api/purchase-orders/" + StableId.of(DemoShop.FOUNDED, "demo", "purchase-order");
        putUnlessThere(
                path,
                new PurchaseOrder(
                        SAM.toString(),
                        "berlin",
                        "EUR",
                        LocalDate.ofInstant(opened, ZoneOffset.UTC).plusDays(5).toString(),
                        lines));
        api.put(path + "/placement", Map.of()).orThrow("Placing the order to sam");
    }

    private boolean putUnlessThere(String path, Object body) {
        if (api.get(path).ok()) {
            return false;
        }
        api.put(path, body).orThrow("PUT " + path);
        return true;
    }
}
