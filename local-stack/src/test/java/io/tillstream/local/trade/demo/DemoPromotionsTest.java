package io.tillstream.local.trade.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoPromotionsTest {

    private static final Instant OPENED = Instant.parse("2026-11-21T15:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<DemoPromotions.Terms> offers() {
        return DemoPromotions.offers(OPENED, path -> path);
    }

    @Test
    void nothingIsPromotedWithoutACouponThatTheBrowserDaySells() {
        Set<Integer> scannedInE2e = Set.of(1, 3, 10);
        List<String> sold = DemoGoods.assortment().stream()
                .filter(goods -> scannedInE2e.contains(goods.number()))
                .map(DemoGoods::category)
                .toList();

        assertThat(offers())
                .filteredOn(terms -> terms.coupon() == null)
                .hasSize(2)
                .allSatisfy(terms -> assertThat(categories(terms)).isNotEmpty().doesNotContainAnyElementsOf(sold));
    }

    @Test
    void promotionsHoldInTheDemoStoresOnlyForGoodsTheySellFromTheEndOfThePastOn() {
        List<String> sold =
                DemoGoods.assortment().stream().map(DemoGoods::category).toList();

        assertThat(offers()).allSatisfy(terms -> {
            assertThat(sold).containsAll(categories(terms));
            assertThat(terms.stores()).containsExactly("berlin", "hamburg");
            assertThat(terms.window().from()).isEqualTo("2026-11-21T16:00");
        });
    }

    @Test
    void everyFieldIsOneThatTheCatalogKnows() throws Exception {
        JsonNode terms = JSON.readTree(
                        Path.of("../contracts/openapi/catalog-service.json").toFile())
                .at("/components/schemas/PromotionTerms");
        List<String> required = new ArrayList<>();
        terms.path("required").forEach(name -> required.add(name.asText()));

        assertThat(offers()).allSatisfy(offer -> {
            List<String> sent = new ArrayList<>();
            JSON.valueToTree(offer).fieldNames().forEachRemaining(sent::add);
            assertThat(sent)
                    .containsAll(required)
                    .allSatisfy(name ->
                            assertThat(terms.path("properties").has(name)).isTrue());
        });
    }

    private static List<String> categories(DemoPromotions.Terms terms) {
        return Stream.concat(
                        terms.target().categories().stream(),
                        terms.parts().stream().flatMap(part -> part.target().categories().stream()))
                .toList();
    }
}
