package io.tillstream.billing.salecopy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.platform.json.DecimalStrings;
import io.tillstream.platform.test.Contract;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"17, 17, 000017", "2000000017, 17.2, 000017.2", "12001234567, 1234567.12, 1234567.12"})
    void aReceiptNumberSaysWhichDeviceOfItsTillGaveItFromTheSecondOn(long number, String said, String printed) {
        byte[] example = Contract.of("order", "sale-completed.v1").examples().stream()
                .findFirst()
                .orElseThrow();
        String told = new String(example, StandardCharsets.UTF_8)
                .replaceFirst("\"receiptNumber\": \\d+", "\"receiptNumber\": " + number);
        CopiedSale sale = JSON.readValue(told, CopiedSale.class);

        assertThat(sale.receiptCount(1)).isEqualTo(said);
        assertThat(sale.receiptCount(6)).isEqualTo(printed);
    }
}
