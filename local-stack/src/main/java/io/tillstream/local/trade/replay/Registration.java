package io.tillstream.local.trade.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillstream.local.Trouble;
import io.tillstream.local.trade.Api;
import io.tillstream.local.trade.Catalog;
import io.tillstream.local.trade.StableId;
import io.tillstream.local.trade.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Makes the suite know the shop before it trades: store, tills, VAT, products, customers. All of it may be sent again. */
final class Registration {

    private static final int CUSTOMERS_AT_ONCE = 8;
    private static final Map<String, String> COUNTRIES = countries();

    private final Api api;

    Registration(Api api) {
        this.api = api;
    }

    record TaxRate(String country, String category, String rate, String validFrom) {}

    record Customer(String name, @Nullable CustomerAddress address) {}

    record CustomerAddress(String country) {}

    void register(List<DaySheet> days, List<Assortment.Product> assortment) throws InterruptedException {
        registerStore();
        registerVat();
        JsonNode imported = new Catalog(api).load(csv(assortment), false, false);
        if (!imported.path("refused").isEmpty()) {
            throw new Trouble(
                    "The catalog refused a product of the shop: "
                            + imported.path("refused").get(0).path("reason").asText(),
                    "Nothing was traded; correct the cause and start again.");
        }
        registerCustomers(days);
    }

    private void registerStore() {
        api.put(
                        "/api/stores/" + RetailShop.STORE,
                        new Store(
                                "Online Retail",
                                RetailShop.CURRENCY,
                                "Europe/London",
                                "GB",
                                "04:00",
                                new Store.Address("", "", "London", "GB"),
                                null))
                .orThrow("The store");
        IntStream.rangeClosed(1, RetailShop.TILLS)
                .forEach(till -> api.put(
                                "/api/tills/" + RetailShop.STORE + "-" + till,
                                new Store.Till(RetailShop.STORE, "Till " + till, "OR" + till + "-"))
                        .orThrow("Till " + till));
    }

    private void registerVat() {
        rate(RetailShop.VAT_BEFORE.toPlainString(), "2010-01-01");
        rate(RetailShop.VAT_AFTER.toPlainString(), RetailShop.VAT_RISE.toString());
    }

    private void rate(String rate, String validFrom) {
        Instant since =
                Instant.parse(validFrom + "T00:00:00Z").atOffset(ZoneOffset.UTC).toInstant();
        api.put(
                        "/api/tax-rates/" + StableId.of(since, "GB", RetailShop.TAX_CATEGORY, rate),
                        new TaxRate("GB", RetailShop.TAX_CATEGORY, rate, validFrom))
                .orThrow("The VAT rate " + rate);
    }

    static String csv(List<Assortment.Product> assortment) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(
                csv,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader("id", "sku", "name", "unit", "taxCategory", "stockTracked", "price", "currency")
                        .get())) {
            for (Assortment.Product product : assortment) {
                printer.printRecord(
                        RetailShop.productId(product.stockCode()),
                        product.stockCode(),
                        product.name(),
                        "PIECE",
                        RetailShop.TAX_CATEGORY,
                        product.stockTracked(),
                        product.price().signum() == 0 ? "" : product.price().toPlainString(),
                        RetailShop.CURRENCY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static Customer customer(String number, String country) {
        String code = COUNTRIES.getOrDefault(country, "");
        return code.isEmpty()
                ? new Customer("Customer %s (%s)".formatted(number, country), null)
                : new Customer("Customer " + number, new CustomerAddress(code));
    }

    private static Map<String, String> countries() {
        Map<String, String> codes = new HashMap<>(Map.of("EIRE", "IE", "RSA", "ZA", "USA", "US"));
        for (String code : Locale.getISOCountries()) {
            codes.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code);
        }
        return Map.copyOf(codes);
    }

    /** The source knows customers by number and country only. */
    private void registerCustomers(List<DaySheet> days) throws InterruptedException {
        Map<String, String> countries = new TreeMap<>();
        days.stream().flatMap(day -> day.documents().stream()).forEach(document -> {
            if (!document.customer().isEmpty()) {
                countries.putIfAbsent(
                        document.customer(), document.rows().getFirst().country());
            }
        });
        try (ExecutorService hands = Executors.newFixedThreadPool(
                CUSTOMERS_AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<?>> sent = countries.entrySet().stream()
                    .<Future<?>>map(
                            customer -> hands.submit(() -> registerCustomer(customer.getKey(), customer.getValue())))
                    .toList();
            for (Future<?> future : sent) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new Trouble("A customer could not be registered: " + e.getCause() + ".", "Start the replay again.");
        }
    }

    private void registerCustomer(String number, String country) {
        api.put("/api/customers/" + RetailShop.customerId(number), customer(number, country))
                .orThrow("Customer " + number);
    }
}
