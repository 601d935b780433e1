package io.tillstream.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** 100,000 made-up products, the same ones every time, and what people type to find them. */
final class BenchCatalog {

    static final int PRODUCTS = 100_000;

    static final List<String> QUERIES = List.of(
            "dark chocolate",
            "choclate",
            "organic cofee bar",
            "bulk-0012",
            "2500000",
            "milk yog",
            "salted almond",
            "hazlenut",
            "tea",
            "pepper tube",
            "maker 12",
            "shelf 001 honey",
            "nilla",
            "ginger lemon",
            "xyzzyq",
            "napkins",
            "250 g",
            "royal muesli",
            "soap cand",
            "crème bar");

    private static final String[] QUALITIES =
            ("Organic Dark Milk White Roasted Fresh Classic Spicy Sweet Salted Smoked Creamy"
                            + " Golden Alpine Nordic Royal Family Mini Crunchy Smooth")
                    .split(" ");
    private static final String[] GOODS =
            ("Chocolate Coffee Tea Bread Butter Cheese Yoghurt Apple Orange Almond Hazelnut Pasta"
                            + " Tomato Olive Pepper Honey Biscuit Muesli Juice Water Soap Candle Napkin Vanilla Cinnamon Berry Lemon"
                            + " Ginger Rice Crème")
                    .split(" ");
    private static final String[] PACKS = "bar pack box jar bottle tin bag tray roll tube".split(" ");

    private BenchCatalog() {}

    static String csv() {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder(14 * 1024 * 1024)
                .append("sku,name,description,brand,category,unit,taxCategory,price,currency,barcodes,stockTracked\n");
        for (int product = 0; product < PRODUCTS; product++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "BULK-%06d,%s %s %s %s %d g,A product of the bench,Maker %03d,Bulk > Group %02d > Shelf %03d,piece,"
                            + "STANDARD,%d.%02d,EUR,%s,true%n",
                    product,
                    QUALITIES[random.nextInt(QUALITIES.length)],
                    GOODS[random.nextInt(GOODS.length)],
                    PACKS[random.nextInt(PACKS.length)],
                    word(random),
                    50 + random.nextInt(900),
                    random.nextInt(400),
                    product % 20,
                    product % 200,
                    1 + random.nextInt(9),
                    random.nextInt(100),
                    gtin(product)));
        }
        return csv.toString();
    }

    /** A name of two or three syllables: as many words as a real catalog has. */
    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int syllable = 2 + random.nextInt(2); syllable > 0; syllable--) {
            word.append("bcdfglmnprstv".charAt(random.nextInt(13))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static String gtin(int product) {
        String body = "25%010d".formatted(product);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return body + (10 - sum % 10) % 10;
    }
}
