package io.tillstream.catalog.product;

import io.tillstream.catalog.barcode.BarcodeText;
import io.tillstream.catalog.barcode.CodePrice;
import io.tillstream.platform.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rule that a SKU and a scanned code each lead to one product, told in words that name the other product. */
@Component
class ScanUniqueness {
    private final JdbcClient jdbc;

    ScanUniqueness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void check(UUID id, ProductFacts facts) {
        checkForm(facts.barcodes());
        checkSku(id, facts.sku());
        if (facts.status() == Status.ACTIVE) {
            checkBarcodes(id, facts.barcodes());
        }
    }

    private static void checkForm(List<ProductFacts.Code> codes) {
        BarcodeNotValid notValid = new BarcodeNotValid();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i).code();
            Money price = codes.get(i).price();
            String priceFault =
                    price == null ? null : CodePrice.fault(codes.get(i).quantity(), price);
            BarcodeText.Fault fault = BarcodeText.fault(code);
            if (fault != null) {
                notValid.with("/barcodes/" + i + "/code", fault.reason());
            } else if (!seen.add(BarcodeText.matchKey(code))) {
                notValid.with("/barcodes/" + i + "/code", "Barcode " + code + " is given twice.");
            }
            if (priceFault != null) {
                notValid.with("/barcodes/" + i + "/price", priceFault);
            }
        }
        if (!notValid.errors().isEmpty()) {
            throw notValid;
        }
    }

    private void checkSku(UUID id, String sku) {
        jdbc.sql("select name from product where lower(sku) = lower(:sku) and id <> :id")
                .param("sku", sku)
                .param("id", id)
                .query(String.class)
                .optional()
                .ifPresent(other -> {
                    throw new SkuTaken(sku, other);
                });
    }

    private void checkBarcodes(UUID id, List<ProductFacts.Code> codes) {
        List<String> keys = new ArrayList<>();
        codes.forEach(code -> keys.add(BarcodeText.matchKey(code.code())));
        jdbc.sql("""
                        select taken.match_key, other.id, other.sku, other.name
                        from product_barcode taken join product other on other.id = taken.product_id
                        where taken.active and taken.match_key = any(:keys) and taken.product_id <> :id limit 1""")
                .param("keys", keys.toArray(String[]::new))
                .param("id", id)
                .query(Taken.class)
                .optional()
                .ifPresent(taken -> {
                    int index = keys.indexOf(taken.matchKey());
                    throw new BarcodeTaken(codes.get(index).code(), taken.id(), taken.sku(), taken.name(), index);
                });
    }

    private record Taken(String matchKey, UUID id, String sku, String name) {}
}
