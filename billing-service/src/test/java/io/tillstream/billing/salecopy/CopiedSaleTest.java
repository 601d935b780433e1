package io.tillstream.billing.salecopy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.platform.json.DecimalStrings;
import io.tillstream.platform.test.Contract;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class CopiedSaleTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new DecimalStrings())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everySaleThatOrderServiceCanTellOfIsUnderstood() {
        List<CopiedSale> sales = Contract.of("order", "sale-completed.v1").examples().stream()
                .map(example -> JSON.readValue(example, CopiedSale.class))
                .toList();

        for (CopiedSale sale : sales) {
            BigDecimal lines =
                    sale.lines().stream().map(CopiedSale.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(lines).isEqualByComparingTo(sale.total());
        }
        assertThat(sales).anyMatch(CopiedSale::holdsReturns).anyMatch(sale -> !sale.holdsReturns());
    }
}
