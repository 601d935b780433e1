package io.tillstream.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceivingPolicyTest {

    private static final UUID ESPRESSO = UUID.fromString("019aa000-0000-7000-8000-000000000001");
    private static final List<PurchaseOrderLine> LINES = List.of(
            line(1, ESPRESSO, "ESP-250", "10"), line(2, null, "CUP-S", "40"), line(3, ESPRESSO, "ESP-250", "5"));

    @Test
    void goodsFillTheLinesOfTheirProductInOrder() {
        assertThat(shares(ESPRESSO, "ESP-250", "12", Map.of())).containsExactly(share(1, "10"), share(3, "2"));
    }

    @Test
    void whatCameBeforeIsCounted() {
        assertThat(shares(ESPRESSO, "ESP-250", "4", Map.of(1, new BigDecimal("9"))))
                .containsExactly(share(1, "1"), share(3, "3"));
    }

    @Test
    void tooMuchStaysOnTheLastLineOfTheProduct() {
        assertThat(shares(null, "CUP-S", "41", Map.of())).containsExactly(share(2, "41"));
        assertThat(shares(ESPRESSO, "ESP-250", "20", Map.of())).containsExactly(share(1, "10"), share(3, "10"));
    }

    @Test
    void whatNobodyOrderedIsNotLost() {
        assertThat(shares(null, "GIFT-1", "1", Map.of())).containsExactly(share(Progress.NOT_ORDERED, "1"));
    }

    private static List<ReceivingPolicy.Share> shares(
            UUID product, String sku, String quantity, Map<Integer, BigDecimal> before) {
        return ReceivingPolicy.shares(
                new GoodsReceived.Line(1, product, sku, new BigDecimal(quantity)), LINES, new Progress(before));
    }

    private static ReceivingPolicy.Share share(int line, String quantity) {
        return new ReceivingPolicy.Share(line, new BigDecimal(quantity));
    }

    private static PurchaseOrderLine line(int no, UUID product, String sku, String quantity) {
        return new PurchaseOrderLine(
                no, product, sku, sku, new BigDecimal(quantity), BigDecimal.ONE, new BigDecimal(quantity));
    }
}
