package io.tillstream.local.trade.demo;

import io.tillstream.local.trade.StableId;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A product of the demo shop.
 *
 * @param number its place in the assortment, from 1; the in-store barcode is made from it
 * @param popularity how often it is bought, 1 to 10
 */
record DemoGoods(
        int number,
        String sku,
        String name,
        String category,
        String unit,
        String taxCategory,
        BigDecimal price,
        BigDecimal openingStock,
        int popularity) {

    private static final String RESOURCE = "assortment.csv";

    static List<DemoGoods> assortment() {
        List<DemoGoods> goods = new ArrayList<>();
        try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(DemoGoods.class.getResourceAsStream(RESOURCE), RESOURCE),
                        StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(
                        reader,
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())) {
            for (CSVRecord row : rows) {
                goods.add(new DemoGoods(
                        goods.size() + 1,
                        row.get("sku"),
                        row.get("name"),
                        row.get("category"),
                        row.get("unit"),
                        row.get("taxCategory"),
                        new BigDecimal(row.get("price")),
                        new BigDecimal(row.get("stock")),
                        Integer.parseInt(row.get("popularity"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(goods);
    }

    UUID id() {
        return StableId.of(DemoShop.FOUNDED, "demo", "product", sku);
    }

    boolean weighed() {
        return unit.equals("KG");
    }

    /** An EAN-13 of the range that shops number themselves: prefix 20, item number, check digit. */
    String barcode() {
        String digits = "20%010d".formatted(number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }
}
