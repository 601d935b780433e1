package io.tillstream.billing;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Completed sales as order-service tells them. */
public final class SaleJson {
    public static final String TWO_RATES = """
            "documentType": "SALE",
            "lines": [
              {"lineNo": 1, "kind": "SALE", "productId": null, "sku": "ESP-250", "name": "Espresso 250 g", "quantity": "2",
               "unitPrice": "4.99", "discount": "0.00", "taxCategory": "REDUCED", "taxRate": "7.00", "amount": "9.98", "returnOf": null},
              {"lineNo": 2, "kind": "SALE", "productId": null, "sku": "MUG-WHITE", "name": "Mug, white, 300 ml", "quantity": "1",
               "unitPrice": "12.49", "discount": "2.50", "taxCategory": "STANDARD", "taxRate": "19.00", "amount": "9.99", "returnOf": null}],
            "taxes": [{"category": "REDUCED", "rate": "7.00", "net": "9.33", "tax": "0.65", "gross": "9.98"},
                      {"category": "STANDARD", "rate": "19.00", "net": "8.39", "tax": "1.60", "gross": "9.99"}],
            "total": "19.97", "cashRounding": "0.00",
            "tenders": [{"tenderNo": 1, "type": "CARD", "amount": "10.00", "paymentId": null},
                        {"tenderNo": 2, "type": "CASH", "amount": "10.00", "paymentId": null}],
            "change": "0.03"
            """;

    static final String DEPOSIT = """
            "documentType": "DEPOSIT", "lines": [], "taxes": [], "total": "0.00", "cashRounding": "0.00",
            "tenders": [{"tenderNo": 1, "type": "CASH", "amount": "5.00", "paymentId": null}], "change": "0.00"
            """;

    static final String EXCHANGE = """
            "documentType": "EXCHANGE",
            "lines": [
              {"lineNo": 1, "kind": "RETURN", "productId": null, "sku": "ESP-250", "name": "Espresso 250 g", "quantity": "-1",
               "unitPrice": "4.99", "discount": "0.00", "taxCategory": "REDUCED", "taxRate": "7.00", "amount": "-4.99", "returnOf": null},
              {"lineNo": 2, "kind": "SALE", "productId": null, "sku": "MUG-WHITE", "name": "Mug", "quantity": "1",
               "unitPrice": "9.99", "discount": "0.00", "taxCategory": "STANDARD", "taxRate": "19.00", "amount": "9.99", "returnOf": null}],
            "taxes": [{"category": "REDUCED", "rate": "7.00", "net": "-4.66", "tax": "-0.33", "gross": "-4.99"},
                      {"category": "STANDARD", "rate": "19.00", "net": "8.39", "tax": "1.60", "gross": "9.99"}],
            "total": "5.00", "cashRounding": "0.00",
            "tenders": [{"tenderNo": 1, "type": "CASH", "amount": "5.00", "paymentId": null}], "change": "0.00"
            """;

    private static final String[] NAMES = {
        "Ελληνικός καφές 500 g",
        "Кофе молотый",
        "<script>alert(1)</script> & co",
        "قهوة عربية",
        "Café crème «Déluxe» with a name so long that it has to be broken over more than one line of the page, ½ l",
        "Ķirbju sēklas – Żurawina ♥ ☕",
        ""
    };

    private SaleJson() {}

    public static String of(UUID sale, String store, String content) {
        return """
                {"id": "%s", "storeId": "%s", "tillId": "%s-1", "tillSessionId": null, "receiptNumber": 17,
                 "occurredAt": "2026-11-22T10:15:00Z", "recordedAt": "2026-11-22T10:15:01Z", "businessDate": "2026-11-22",
                 "currency": "EUR", "customerId": null, "externalReference": null, "cashier": "anna", %s}""".formatted(sale, store, store, content);
    }

    static String manyLines(int count) {
        String lines = IntStream.rangeClosed(1, count)
                .mapToObj(no -> """
                        {"lineNo": %d, "kind": "SALE", "productId": null, "sku": "SKU-%05d", "name": "%s", "quantity": "1.375",
                         "unitPrice": "1234.565", "discount": "0.00", "taxCategory": "ZERO", "taxRate": "0.00", "amount": "1697.53",
                         "returnOf": null}""".formatted(no, no, NAMES[no % NAMES.length]))
                .collect(Collectors.joining(","));
        String total =
                new BigDecimal("1697.53").multiply(BigDecimal.valueOf(count)).toPlainString();
        return """
                "documentType": "SALE", "lines": [%s],
                "taxes": [{"category": "ZERO", "rate": "0.00", "net": "%s", "tax": "0.00", "gross": "%s"}],
                "total": "%s", "cashRounding": "0.00",
                "tenders": [{"tenderNo": 1, "type": "ACCOUNT", "amount": "%s", "paymentId": null}], "change": "0.00"
                """.formatted(lines, total, total, total, total);
    }
}
