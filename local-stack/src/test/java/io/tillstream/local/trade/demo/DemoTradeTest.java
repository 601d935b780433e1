package io.tillstream.local.trade.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.local.trade.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoTradeTest {

    private static final List<LocalDate> DAYS = List.of(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-21"));
    private static final Instant UNTIL = Instant.parse("2026-11-21T15:00:00Z");

    private static List<DemoTrade.Shift> past() {
        return new DemoTrade(
                        DemoGoods.assortment(),
                        Map.of("STANDARD", new BigDecimal("19.00"), "REDUCED", new BigDecimal("7.00")),
                        DemoFurnishing.customers())
                .past(DemoTill.TILLS.getFirst(), DAYS, UNTIL);
    }

    @Test
    void everyBarcodeIsAnInStoreEan13WithItsCheckDigit() {
        List<String> barcodes =
                DemoGoods.assortment().stream().map(DemoGoods::barcode).toList();

        assertThat(new HashSet<>(barcodes)).hasSameSizeAs(barcodes);
        assertThat(barcodes).allSatisfy(barcode -> {
            assertThat(barcode).matches("2\\d{12}");
            int weighed = IntStream.range(0, 13)
                    .map(i -> (barcode.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3))
                    .sum();
            assertThat(weighed % 10).isZero();
        });
    }

    @Test
    void thePastIsTheSameHoweverOftenItIsMade() {
        assertThat(past()).isEqualTo(past());
    }

    @Test
    void everyPastSaleAddsUpAndReceiptsHaveNoGap() {
        List<DemoTrade.Ticket> tickets =
                past().stream().flatMap(shift -> shift.tickets().stream()).toList();

        assertThat(tickets).hasSizeGreaterThan(30);
        assertThat(tickets)
                .extracting(ticket -> ticket.sale().receiptNumber())
                .isEqualTo(IntStream.rangeClosed(1, tickets.size()).boxed().toList());
        assertThat(tickets).allSatisfy(ticket -> {
            Sale sale = ticket.sale();
            BigDecimal paid =
                    new BigDecimal(sale.tenders().getFirst().amount()).subtract(new BigDecimal(sale.change()));
            assertThat(paid).isEqualByComparingTo(sale.total());
            assertThat(new BigDecimal(sale.change())).isNotNegative();
            assertThat(Instant.parse(sale.occurredAt())).isBefore(UNTIL);
        });
        assertThat(tickets)
                .filteredOn(ticket -> ticket.sale().lines().getFirst().kind().equals("RETURN"))
                .isNotEmpty();
    }
}
