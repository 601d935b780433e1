package io.tillstream.order.sale;

import java.math.BigDecimal;
import java.util.UUID;

/** Something on the shelf of the test shop. */
public record Product(UUID id, String sku, String name, String price, String taxCategory, String taxRate) {

    public static final Product ESPRESSO = new Product(
            UUID.fromString("0190a6f0-7c00-7000-8000-00000000e5b0"),
            "ESP-250",
            "Espresso 250 g",
            "4.99",
            "REDUCED",
            "7.00");
    public static final Product CUP = new Product(
            UUID.fromString("0190a6f0-7c00-7000-8000-00000000c0b0"), "CUP-01", "Cup", "8.50", "STANDARD", "19.00");

    public Product at(String otherPrice) {
        return new Product(id, sku, name, otherPrice, taxCategory, taxRate);
    }

    public Product named(String otherSku) {
        return new Product(id, otherSku, name, price, taxCategory, taxRate);
    }

    BigDecimal decimalPrice() {
        return new BigDecimal(price);
    }
}
