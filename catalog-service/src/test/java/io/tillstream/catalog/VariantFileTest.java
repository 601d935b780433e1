package io.tillstream.catalog;

import static io.tillstream.catalog.Shop.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Families, variants and bundles in a product file. */
@ServiceTest
class VariantFileTest {
    private static final String TITLES = "sku,name,family,options,components\n";

    private final Api api;
    private final Shop shop;

    VariantFileTest(Api api, TestBroker broker) {
        this.api = api.as(Token.everything());
        this.shop = new Shop(api, broker);
    }

    @Test
    void aFileMakesFamiliesAndBundlesAndItsExportChangesNothing() {
        String store = shop.store("EUR", "DE");
        long before = shop.bookVersion(store);
        String shirt = fresh("Shirt");
        Api.Answer done = importing("", TITLES + """
                %1$s-SET;*2,A set,,,"%1$s-S; %1$s-M*0.5"
                %1$s-S,Small,%1$s,Size=S; Colour=Red,
                %1$s-M,Medium,%2$s,"Colour=Blue\\; a\\=b;Size=M",
                %1$s-BOX,A box,,,%1$s-SET\\;*2*3
                """.formatted(shirt, shirt.toUpperCase(Locale.ROOT)));

        assertThat(done.at("/created")).as(done.toString()).isEqualTo("4");
        JsonNode medium = product(shirt + "-M");
        assertThat(medium.at("/options/Colour").asString()).isEqualTo("Blue; a=b");
        Api.Answer family =
                api.get("/api/product-families/" + medium.at("/familyId").asString());
        assertThat(family.at("/name")).isEqualTo(shirt);
        assertThat(family.json().at("/options").toString()).isEqualTo("""
                        [{"name":"Size","values":["S","M"]},{"name":"Colour","values":["Red","Blue; a=b"]}]""");
        JsonNode set = product(shirt + "-SET;*2");
        assertThat(set.at("/components"))
                .extracting(
                        part -> part.at("/productId").asString(),
                        part -> part.at("/quantity").asString())
                .containsExactlyInAnyOrder(
                        tuple(product(shirt + "-S").at("/id").asString(), "1"),
                        tuple(medium.at("/id").asString(), "0.5"));
        assertThat(product(shirt + "-BOX").at("/components/0/productId")).isEqualTo(set.at("/id"));
        assertThat(shop.changes(store, before))
                .filteredOn(change -> change.at("/sku").asString().equals(shirt + "-M"))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.at("/variant/family").asString()).isEqualTo(shirt));

        Api.Answer again = importing(
                "?dryRun=true", api.get("/api/product-exports?currency=EUR").text());
        assertThat(again.at("/refused")).as(again.toString()).isEmpty();
        assertThat(again.at("/accepted")).isEqualTo(again.at("/unchanged"));
    }

    @Test
    void everyLineThatBreaksARuleOfVariantsOrBundlesIsNamed() {
        String shirt = fresh("Shirt");
        importing("", TITLES + """
                %1$s-S,Small,%1$s,Size=S,
                %1$s-M,Medium,%1$s,Size=M,
                %1$s-IN,Inner,,,%1$s-S
                %1$s-OUT,Outer,,,%1$s-IN
                """.formatted(shirt));

        Api.Answer refused = importing("", TITLES + """
                %1$s-1,Twin,%1$s,Size=M,
                %1$s-2,Large,%1$s,Size=L,
                %1$s-3,None,%1$s,,
                %1$s-4,Other,%1$s,Size=S; Colour=Red,
                %1$s-5,Loose,,Size=S,
                %1$s-6,Unreadable,%1$s,M,
                %1$s-7,New,%1$s new,,
                %1$s-8,First,%1$s two,Size=S,
                %1$s-9,Second,%1$s two,Size=S,
                %1$s-10,Set,,,NOBODY-SELLS-THIS
                %1$s-11,Set,,,%1$s-S*0
                %1$s-12,Set,,,%1$s-S; %1$s-s*2
                %1$s-IN,Inner,,,%1$s-OUT
                %1$s-13,Of a refused one,,,%1$s-2*4
                %1$s-14,Itself,,,%1$s-14
                """.formatted(shirt));

        assertThat(reasons(refused))
                .containsExactly(
                        "2 variant-not-valid Medium (SKU %s-M) is the variant with these options already."
                                .formatted(shirt),
                        "3 variant-not-valid The family's option Size takes one of S, M, not L.",
                        "4 variant-not-valid The family's option Size takes one of S, M.",
                        "5 variant-not-valid The family has no option Colour.",
                        "6 variant-not-valid Only variants of a family have options.",
                        "7 options-not-valid \"M\" is not an option with its value, such as Size=M.",
                        "8 variant-not-valid The family %s new is new: say in which options its variants differ, such as Size=M."
                                .formatted(shirt),
                        "10 variant-not-valid Line 9 is the variant with these options already.",
                        "11 bundle-not-valid There is no product with the SKU NOBODY-SELLS-THIS.",
                        "12 bundle-not-valid None of %s-S is in it: the quantity is zero.".formatted(shirt),
                        "13 bundle-not-valid The component %s-s is named twice.".formatted(shirt),
                        "14 bundle-circular A bundle cannot contain itself: %1$s-IN contains %1$s-OUT contains %1$s-IN."
                                .formatted(shirt),
                        "15 bundle-not-valid There is no product with the SKU %s-2.".formatted(shirt),
                        "16 bundle-circular A bundle cannot contain itself: %1$s-14 contains %1$s-14."
                                .formatted(shirt));
        assertThat(refused.at("/accepted")).isEqualTo("1");
        assertThat(importing("", "sku,name,options\nA,A,Size=M\n").problem()).isEqualTo("columns-missing");
    }

    @Test
    void columnsThatAreMissingLeaveVariantsAndBundlesAndEmptyCellsUndoThem() {
        String shirt = fresh("Shirt");
        importing("", TITLES + """
                %1$s-S,Small,%1$s,Size=S,
                %1$s-SET,Set,,,%1$s-S*2
                """.formatted(shirt));

        importing("", "sku,name\n%1$s-S,Smaller\n%1$s-SET,Set\n".formatted(shirt));
        assertThat(importing("", "sku,name,family\n%1$s-S,Smaller,%1$s\n".formatted(shirt))
                        .at("/unchanged"))
                .isEqualTo("1");
        assertThat(product(shirt + "-S").at("/options/Size").asString()).isEqualTo("S");
        assertThat(product(shirt + "-SET").at("/components")).hasSize(1);

        Api.Answer undone = importing("", TITLES + "%1$s-S,Smaller,,,\n%1$s-SET,Set,,,\n".formatted(shirt));
        assertThat(undone.at("/updated")).as(undone.toString()).isEqualTo("2");
        assertThat(product(shirt + "-S").at("/familyId").isNull()).isTrue();
        assertThat(product(shirt + "-SET").at("/components")).isEmpty();
    }

    @Test
    void variantsMayExchangeTheirOptionsWithinAFile() {
        String shirt = fresh("Shirt");
        String both = TITLES + "%1$s-1,One,%1$s,Size=S,\n%1$s-2,Two,%1$s,Size=M,\n".formatted(shirt);
        importing("", both);

        Api.Answer exchanged =
                importing("", TITLES + "%1$s-1,One,%1$s,Size=M,\n%1$s-2,Two,%1$s,Size=S,\n".formatted(shirt));
        assertThat(exchanged.at("/updated")).as(exchanged.toString()).isEqualTo("2");
        assertThat(product(shirt + "-1").at("/options/Size").asString()).isEqualTo("M");
        assertThat(reasons(importing("", TITLES + "%1$s-1,One,%1$s,Size=S,\n".formatted(shirt))))
                .containsExactly("2 variant-not-valid Two (SKU %s-2) is the variant with these options already."
                        .formatted(shirt));
    }

    private static List<String> reasons(Api.Answer answer) {
        return answer.json()
                .at("/refused")
                .valueStream()
                .map(line -> line.at("/line") + " " + line.at("/code").asString() + " "
                        + line.at("/reason").asString())
                .toList();
    }

    private JsonNode product(String sku) {
        return api.get("/api/products?q=" + URLEncoder.encode(sku, StandardCharsets.UTF_8))
                .json()
                .at("/items")
                .valueStream()
                .filter(product -> product.at("/sku").asString().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    private Api.Answer importing(String query, String file) {
        return api.post("/api/product-imports" + query, file.getBytes(StandardCharsets.UTF_8), "text/csv");
    }
}
