package io.tillstream.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FiveLineSaleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:00Z");

    @Test
    void aBasketAddsUp() throws Exception {
        FiveLineSale basket = new FiveLineSale(new SplittableRandom(7), 3, 4_711);

        for (int i = 1; i <= 200; i++) {
            JsonNode sale = new ObjectMapper().readTree(basket.body(i, NOW));
            BigDecimal lines = BigDecimal.ZERO;
            BigDecimal taxes = BigDecimal.ZERO;
            Set<String> products = new HashSet<>();
            for (JsonNode line : sale.path("lines")) {
                assertThat(decimal(line, "amount"))
                        .isEqualByComparingTo(decimal(line, "quantity").multiply(decimal(line, "unitPrice")));
                lines = lines.add(decimal(line, "amount"));
                taxes = taxes.add(decimal(line, "tax"));
                products.add(line.path("productId").asText());
            }
            JsonNode tax = sale.path("taxes").get(0);
            assertThat(products).hasSize(5);
            assertThat(decimal(tax, "tax")).isEqualByComparingTo(taxes);
            assertThat(lines).isEqualByComparingTo(decimal(sale, "total"));
            assertThat(decimal(tax, "net").add(decimal(tax, "tax"))).isEqualByComparingTo(lines);
            assertThat(decimal(sale.path("tenders").get(0), "amount").subtract(decimal(sale, "change")))
                    .isEqualByComparingTo(lines);
        }
    }

    /** Only such a sale is priced again by the server: without it the figure would not hold that work. */
    @Test
    void aSaleNamesThePriceBookItsTillKnewAndTheShopsOwnTime() throws Exception {
        byte[] sale = new FiveLineSale(new SplittableRandom(7), 0, 4_711).body(1, NOW);

        JsonNode pricing = new ObjectMapper().readTree(sale).path("pricing");

        assertThat(pricing.path("priceBookVersion").asLong()).isEqualTo(4_711);
        assertThat(LocalDateTime.parse(pricing.path("at").asText())).isEqualTo("2026-11-22T11:15:00");
    }

    @Test
    void everySaleHasAnIdOfItsOwn() {
        FiveLineSale basket = new FiveLineSale(new SplittableRandom(7), 0, 4_711);
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            UUID id = basket.newId(NOW);
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            ids.add(id);
        }
        assertThat(ids).hasSize(1_000);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText());
    }
}
