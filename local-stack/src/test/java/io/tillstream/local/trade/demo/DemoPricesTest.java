package io.tillstream.local.trade.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPricesTest {

    private static final Instant OPENED = Instant.parse("2026-11-21T15:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<DemoPrices.Price> prices() {
        return DemoPrices.prices(DemoGoods.assortment(), OPENED);
    }

    @Test
    void whatEverybodyPaysNowStaysAsThePastWasCharged() {
        assertThat(prices())
                .filteredOn(price -> price.priceListId() == null)
                .singleElement()
                .satisfies(price -> {
                    assertThat(price.validFrom()).isEqualTo("2026-11-30T23:00:00Z");
                    assertThat(price.price()).containsEntry("amount", "9.03");
                });
        assertThat(DemoPrices.regulars(OPENED).customerGroups()).containsExactly(DemoPrices.GROUP);
        assertThat(DemoPrices.regulars(OPENED).stores()).containsExactly("berlin", "hamburg");
    }

    @Test
    void eachPriceHasAnIdOfItsOwnAndSixCoffeesCostLessThanOne() {
        assertThat(prices().stream().map(DemoPrices.Price::path)).doesNotHaveDuplicates();
        assertThat(prices())
                .filteredOn(price -> price.minimumQuantity().equals("6"))
                .hasSize(7)
                .extracting(price -> price.price().get("amount"))
                .contains("7.11");
    }

    @Test
    void everyFieldIsOneThatTheCatalogKnows() throws Exception {
        JsonNode schemas = JSON.readTree(
                        Path.of("../contracts/openapi/catalog-service.json").toFile())
                .at("/components/schemas");

        assertThat(sent(DemoPrices.regulars(OPENED))).isSubsetOf(known(schemas, "PriceListTerms"));
        prices().forEach(price -> assertThat(sent(price)).isSubsetOf(known(schemas, "SetPriceRequest")));
    }

    private static List<String> sent(Object body) {
        List<String> names = new ArrayList<>();
        JSON.valueToTree(body).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> known(JsonNode schemas, String schema) {
        List<String> names = new ArrayList<>();
        schemas.path(schema).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
