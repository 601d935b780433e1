package io.tillstream.catalog;

import static io.tillstream.catalog.Shop.fresh;
import static io.tillstream.catalog.Shop.freshBarcode;
import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ProductImportTest {
    private final Api api;
    private final TestBroker broker;
    private final Shop shop;

    ProductImportTest(Api api, TestBroker broker) {
        this.api = api.as(Token.everything());
        this.broker = broker;
        this.shop = new Shop(api, broker);
    }

    @Test
    void aFileMakesProductsWithBarcodesCategoriesAndPricesAndTellsTheOthers() {
        String store = shop.store("EUR", "DE");
        long before = shop.bookVersion(store);
        String sku = fresh("TEA");
        String barcode = freshBarcode();
        Api.Answer done = importing("", """
                sku,name,description,brand,category,unit,taxCategory,price,currency,barcodes,stockTracked,ageLimit
                %s,"Tea, green",loose,Leaf,Food > Tea,kg,reduced,12.5,EUR,%s SIX-%s*6,no,
                """.formatted(sku, barcode, sku));

        assertThat(done.at("/accepted")).as(done.toString()).isEqualTo("1");
        assertThat(done.json().at("/stored").asBoolean()).isTrue();
        Api.Answer product = api.get("/api/barcodes/" + barcode);
        assertThat(product.at("/name")).isEqualTo("Tea, green");
        assertThat(product.at("/category")).isEqualTo("Food > Tea");
        assertThat(product.at("/unit")).isEqualTo("KG");
        assertThat(product.at("/taxCategory")).isEqualTo("REDUCED");
        assertThat(product.json().at("/stockTracked").asBoolean()).isFalse();
        assertThat(product.text()).contains("{\"code\":\"SIX-" + sku + "\",\"quantity\":\"6\",\"price\":null}");
        assertThat(shop.changes(store, before))
                .singleElement()
                .satisfies(change -> assertThat(change.at("/price").asString()).isEqualTo("12.50"));
        await().untilAsserted(() -> assertThat(published(product.at("/id"))).isEqualTo(1));
    }

    @Test
    void whatIsExportedIsImportedWithoutAChange() {
        String sku = fresh("-TEA");
        String barcode = freshBarcode();
        importing("", """
                sku,name,description,brand,category,unit,taxCategory,price,currency,barcodes,stockTracked,ageLimit,tracking
                %s,"=1+1, ""green""\ttea","two
                lines",'s Leaf,Food > Tea,kg,reduced,12.505,EUR,%s SIX%s*6=70.5,no,18,lot
                """.formatted(sku, barcode, sku));

        Api.Answer file = api.get("/api/product-exports?currency=EUR");
        Api.Answer again = importing("?dryRun=true", file.text());

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.text().lines().filter(line -> line.contains("'" + sku)).toList())
                .singleElement()
                .asString()
                .contains(",\"'=1+1, \"\"green\"\"\ttea\",");
        assertThat(again.at("/refused")).as(again.toString()).isEmpty();
        assertThat(again.at("/accepted")).isEqualTo(again.at("/unchanged"));
        assertThat(file.text()).contains("*6=70.5,lot");
        assertThat(api.get("/api/product-exports?currency=euro").status()).isEqualTo(400);
    }

    @Test
    void categoriesStandInTheOrderOfTheFile() {
        String root = fresh("Shop");
        importing("", """
                sku,name,category
                %1$s-1,One,%1$s > Coffee
                %1$s-2,Two,%1$s > Bread
                %1$s-3,Three,%1$s > Coffee > Green
                %1$s-4,Four,%1$s > Tea
                """.formatted(root));

        List<JsonNode> stored = api.get("/api/categories?limit=500")
                .json()
                .at("/items")
                .valueStream()
                .toList();
        assertThat(stored.stream()
                        .filter(category -> category.at("/path").asString().matches(root + " > \\w+"))
                        .sorted(comparingLong(
                                category -> category.at("/position").asLong()))
                        .map(category -> category.at("/name").asString()))
                .containsExactly("Coffee", "Bread", "Tea");
    }

    @Test
    void theSameFileAgainChangesAndPublishesNothing() {
        String store = shop.store("EUR", "DE");
        String sku = fresh("TEA");
        String file =
                "sku,name,price,currency,barcode,category\n%s,Tea,2.00,EUR,%s,Tea\n".formatted(sku, freshBarcode());
        importing("", file);
        long before = shop.bookVersion(store);
        Api.Answer again = importing("", file);

        assertThat(again.at("/unchanged")).isEqualTo("1");
        assertThat(shop.changes(store, before)).isEmpty();
        Api.Answer dearer = importing("", file.replace("2.00", "2.50"));
        assertThat(dearer.at("/updated")).isEqualTo("1");
        assertThat(shop.changes(store, before))
                .singleElement()
                .satisfies(change -> assertThat(change.at("/price").asString()).isEqualTo("2.50"));
    }

    @Test
    void columnsThatTheFileDoesNotHaveLeaveAProductAsItIs() {
        String sku = fresh("TEA");
        String barcode = freshBarcode();
        importing("", "sku,name,brand,barcode,ageLimit\n%s,Tea,Leaf,%s,18\n".formatted(sku, barcode));
        importing("", "sku,name\n%s,Green tea\n".formatted(sku.toLowerCase(java.util.Locale.ROOT)));

        Api.Answer product = api.get("/api/barcodes/" + barcode);
        assertThat(product.at("/name")).isEqualTo("Green tea");
        assertThat(product.at("/brand")).isEqualTo("Leaf");
        assertThat(product.at("/ageLimit")).isEqualTo("18");
        importing("", "sku,name,brand\n%s,Green tea,\n".formatted(sku));
        assertThat(api.get("/api/barcodes/" + barcode).json().at("/brand").isNull())
                .isTrue();
    }

    @Test
    void aCodesPriceStaysUnlessTheFileSpeaksOfItsCurrency() {
        String sku = fresh("TEA");
        String barcode = freshBarcode();
        String line = "sku,name,barcode,currency\n%s,Tea,%s*6%s,%s\n";
        importing("", line.formatted(sku, barcode, "=11.40", "EUR"));

        assertThat(importing("", line.formatted(sku, barcode, "", "")).at("/unchanged"))
                .isEqualTo("1");
        assertThat(importing("", line.formatted(sku, barcode, "", "GBP")).at("/unchanged"))
                .isEqualTo("1");
        assertThat(api.get("/api/barcodes/" + barcode).at("/barcodes/0/price/amount"))
                .isEqualTo("11.40");
        assertThat(importing("", line.formatted(sku, barcode, "", "EUR")).at("/updated"))
                .isEqualTo("1");
        assertThat(api.get("/api/barcodes/" + barcode)
                        .json()
                        .at("/barcodes/0/price")
                        .isNull())
                .isTrue();
    }

    @Test
    void oneBadLineKeepsAllOutUnlessTheGoodOnesAreWanted() {
        String good = fresh("GOOD");
        String taken = freshBarcode();
        shop.product(taken);
        String twice = freshBarcode();
        String file = """
                sku,name,price,currency,barcode
                %1$s,Good,1.00,EUR,%3$s
                %2$s-a,Misread,,,4006381333913
                %2$s-b,,,,
                %2$s-c,"Two
                lines","1,000",EUR,
                %2$s-d,Taken,,,%4$s
                %1$s,Twice,,,
                %2$s-e,Same code,,,0%3$s
                %2$s-f,Short,
                %2$s-g,No currency,1.00,,
                %2$s-h,Uneven,,EUR,%2$s*144=100
                """.formatted(good, fresh("BAD"), twice, taken);

        Api.Answer refused = importing("", file);
        assertThat(refused.json().at("/stored").asBoolean()).isFalse();
        assertThat(refused.at("/accepted")).isEqualTo("1");
        assertThat(refused.json()
                        .at("/refused")
                        .valueStream()
                        .map(line -> line.at("/line") + " " + line.at("/code").asString()))
                .containsExactly(
                        "3 barcode-check-digit",
                        "4 name-missing",
                        "5 price-not-valid",
                        "7 barcode-taken",
                        "8 sku-repeated",
                        "9 barcode-repeated",
                        "10 cells-do-not-match",
                        "11 currency-missing",
                        "12 barcode-price");
        assertThat(refused.at("/refused/4/reason")).contains("line 2");
        assertThat(api.get("/api/barcodes/" + twice).status()).isEqualTo(404);

        assertThat(importing("?dryRun=true&acceptGood=true", file).at("/created"))
                .isEqualTo("1");
        assertThat(api.get("/api/barcodes/" + twice).status()).isEqualTo(404);
        assertThat(importing("?acceptGood=true", file).at("/created")).isEqualTo("1");
        assertThat(api.get("/api/barcodes/" + twice).at("/sku")).isEqualTo(good);
    }

    @Test
    void aManagerOfSomeStoresSetsNoPriceForTheOthersByAFileEither() {
        String sku = fresh("TEA");
        String file = "sku,name,price,currency\n%1$s,%2$s,%3$s,EUR\n";
        importing("", file.formatted(sku, "Tea", "2.00"));
        Api manager = api.as(Token.manager("berlin"));

        Api.Answer dearer = importing(manager, "", file.formatted(sku, "Tea", "2.50"));
        assertThat(dearer.json().at("/stored").asBoolean()).isFalse();
        assertThat(dearer.at("/refused/0/code")).isEqualTo("general-price-not-yours");
        assertThat(dearer.at("/refused/0/reason"))
                .isEqualTo("The price 2.50 EUR would count in every store; you manage only some. Leave it at 2.00 and"
                        + " set your own store's price at the product, or ask a buyer.");
        assertThat(importing(manager, "", file.formatted(fresh("NEW"), "New", "1.00"))
                        .at("/refused/0/reason"))
                .contains("Leave the price out");
        assertThat(importing(manager, "", file.formatted(sku, "Green tea", "2.00"))
                        .at("/updated"))
                .isEqualTo("1");
        assertThat(importing(api.as(Token.buyer()), "", file.formatted(sku, "Green tea", "2.50"))
                        .at("/updated"))
                .isEqualTo("1");
    }

    @Test
    void aBarcodeMayMoveFromOneProductToAnotherWithinAFile() {
        String first = fresh("A");
        String second = fresh("B");
        String code = freshBarcode();
        importing("", "sku,name,barcode\n%s,A,%s\n%s,B,\n".formatted(first, code, second));
        Api.Answer moved = importing("", "sku,name,barcode\n%s,B,%s\n%s,A,\n".formatted(second, code, first));

        assertThat(moved.at("/updated")).as(moved.toString()).isEqualTo("2");
        assertThat(api.get("/api/barcodes/" + code).at("/sku")).isEqualTo(second);
    }

    @Test
    void aLongFileIsTakenWholeAndEveryProductIsToldOnce() {
        String store = shop.store("EUR", "DE");
        long before = shop.bookVersion(store);
        String prefix = fresh("LONG");
        StringBuilder file = new StringBuilder("sku,name,price,currency\n");
        for (int i = 0; i < 2_345; i++) {
            file.append("%1$s-%2$d,Product %2$d,%2$d.00,EUR\n".formatted(prefix, i));
        }
        Api.Answer done = importing("", file.toString());

        assertThat(done.at("/created")).as(done.toString()).isEqualTo("2345");
        assertThat(shop.changes(store, before)).hasSize(2_345);
        await().untilAsserted(() -> assertThat(
                        broker.received("pos.catalog.product", "catalog.product-changed.v1").stream()
                                .filter(event ->
                                        event.json().at("/sku").asString().startsWith(prefix + "-"))
                                .map(TestBroker.Received::key))
                .hasSize(2_345)
                .doesNotHaveDuplicates());
    }

    @Test
    void aFileThatCannotBeReadIsRefusedAsAWhole() {
        assertThat(importing("", "name,price\nTea,1\n").at("/detail")).contains("sku or barcodes", "name, price");
        assertThat(importing("", "").problem()).isEqualTo("file-empty");
        assertThat(importing("", "sku,name,sku\n").problem()).isEqualTo("column-repeated");
        byte[] latin = "sku,name\n1,K\u00e4se\n".getBytes(StandardCharsets.ISO_8859_1);
        Api.Answer notUtf8 = api.post("/api/product-imports", latin, "text/csv");
        assertThat(notUtf8.status()).isEqualTo(400);
        assertThat(notUtf8.problem()).isEqualTo("file-not-utf8");
        assertThat(notUtf8.at("/detail")).contains("Line 2");
        assertThat(api.post("/api/product-imports", latin, "application/json").status())
                .isEqualTo(415);
        assertThat(api.as(Token.cashier("berlin"))
                        .post("/api/product-imports", latin, "text/csv")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "data.openFoodFacts",
            matches = ".+",
            disabledReason = "give -Ddata.openFoodFacts=<products.csv of Open Food Facts>")
    void theOpenFoodFactsFileIsTakenAsItIs() throws IOException {
        byte[] file = Files.readAllBytes(Path.of(System.getProperty("data.openFoodFacts")));
        Api.Answer done = api.post("/api/product-imports?acceptGood=true", file, "text/csv");

        assertThat(done.json()
                        .at("/refused")
                        .valueStream()
                        .filter(line -> line.at("/code").asString().equals("barcode-check-digit")))
                .hasSize(3);
        assertThat(done.json()
                        .at("/refused")
                        .valueStream()
                        .map(line -> line.at("/code").asString())
                        .distinct())
                .containsExactlyInAnyOrder("barcode-check-digit", "name-missing");
        assertThat(done.json().at("/accepted").asInt()
                        + done.json().at("/refused").size())
                .isEqualTo(1000);
        assertThat(api.get("/api/barcodes/0000101209159").at("/category")).isEqualTo("Breakfasts");
    }

    private Api.Answer importing(String query, String file) {
        return importing(api, query, file);
    }

    private static Api.Answer importing(Api api, String query, String file) {
        return api.post("/api/product-imports" + query, file.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    private long published(String id) {
        return broker.received("pos.catalog.product", "catalog.product-changed.v1").stream()
                .filter(event -> event.key().equals(id))
                .count();
    }
}
