package io.tillstream.local.trade.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.local.Trouble;
import io.tillstream.local.trade.Sale;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TillPlanTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String FIRST_DAY = HEADER + """
            1001,85123A,WHITE HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
            1001,85123a,WHITE HEART,1,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
            1002,POST,POSTAGE,1,2010-12-01 08:30:00,18.0,,France
            C1003,85123A,WHITE HEART,-2,2010-12-01 09:00:00,2.55,,United Kingdom
            1004,22139,damaged,-40,2010-12-01 09:05:00,0.0,,United Kingdom
            1005,22139,,5,2010-12-01 09:06:00,0.0,,United Kingdom
            """;
    private static final String SECOND_DAY = HEADER + """
            1006,PADS,PADS TO MATCH,1,2011-01-05 10:00:00,0.001,,United Kingdom
            1007,85123A,WHITE HEART,3,2011-01-05 10:01:00,2.95,,United Kingdom
            1006,22139,TEA SET,2,2011-01-05 10:02:00,4.25,,United Kingdom
            """;

    @TempDir
    Path folder;

    private List<DaySheet> days() throws Exception {
        Files.writeString(folder.resolve("2011-01-05.csv"), SECOND_DAY);
        Files.writeString(folder.resolve("2010-12-01.csv"), FIRST_DAY);
        return DayFiles.read(folder);
    }

    @Test
    void everyDocumentIsFiledAndEachTillCountsItsReceiptsFromOne() throws Exception {
        TillPlan plan = TillPlan.of(days(), "online-retail", 2);

        assertThat(plan.documents()).isEqualTo(7);
        assertThat(plan.writeOffs())
                .extracting(ticket -> ticket.document().number())
                .containsExactly("1004");
        for (TillPlan.Till till : plan.tills()) {
            List<Integer> receipts = till.shifts().stream()
                    .flatMap(shift -> shift.tickets().stream())
                    .map(TillPlan.Ticket::receiptNumber)
                    .toList();
            assertThat(receipts)
                    .isEqualTo(IntStream.rangeClosed(1, receipts.size()).boxed().toList());
        }
    }

    @Test
    void rowsOfOneDocumentBelongTogetherThoughOthersStandBetweenThem() throws Exception {
        DaySheet day = days().getLast();

        assertThat(day.documents()).extracting(SourceDocument::number).containsExactly("1006", "1007");
        assertThat(day.documents().getFirst().rows()).hasSize(2);
    }

    @Test
    void anIdDependsOnTheDocumentAlone() throws Exception {
        Set<UUID> ids = new HashSet<>();
        for (DaySheet day : days()) {
            for (SourceDocument document : day.documents()) {
                UUID id = RetailShop.idOf(document);
                assertThat(id.version()).isEqualTo(7);
                assertThat(id.variant()).isEqualTo(2);
                assertThat(id.getMostSignificantBits() >>> 16)
                        .isEqualTo(RetailShop.instant(document.at()).toEpochMilli());
                assertThat(RetailShop.idOf(document)).isEqualTo(id);
                ids.add(id);
            }
        }
        assertThat(ids).hasSize(7);
    }

    @Test
    void aSaleKeepsPriceAndSpellingOfTheSourceAndAddsUp() throws Exception {
        List<DaySheet> days = days();
        TillPlan plan = TillPlan.of(days, "online-retail", 1);
        TillPlan.Till till = plan.tills().getFirst();
        TillPlan.Shift shift = till.shifts().getFirst();

        Sale sale = RetailShop.sale(till, shift, shift.tickets().getFirst());

        assertThat(sale.lines()).extracting(Sale.Line::sku).containsExactly("85123A", "85123a");
        assertThat(sale.lines()).extracting(Sale.Line::productId).doesNotContainNull();
        assertThat(new HashSet<>(sale.lines().stream().map(Sale.Line::productId).toList()))
                .hasSize(1);
        assertThat(sale.total()).isEqualTo("17.85");
        assertThat(sale.taxes()).containsExactly(new Sale.Tax("STANDARD", "17.50", "15.19", "2.66", "17.85"));
        assertThat(sale.tenders()).containsExactly(new Sale.Tender(1, "BANK_TRANSFER", "17.85", null));
    }

    @Test
    void aReturnGivesMoneyBackAndAFreeSaleTakesNone() throws Exception {
        List<DaySheet> days = days();
        TillPlan.Till till = TillPlan.of(days, "online-retail", 1).tills().getFirst();
        TillPlan.Shift shift = till.shifts().getFirst();

        Sale back = RetailShop.sale(till, shift, shift.tickets().get(2));
        Sale free = RetailShop.sale(till, shift, shift.tickets().get(3));

        assertThat(back.lines()).extracting(Sale.Line::kind).containsExactly("RETURN");
        assertThat(back.total()).isEqualTo("-5.10");
        assertThat(back.tenders()).containsExactly(new Sale.Tender(1, "BANK_TRANSFER", "-5.10", null));
        assertThat(free.tenders()).isEmpty();
        assertThat(free.lines().getFirst().name()).isEqualTo("22139");
    }

    @Test
    void theAnswerSheetCountsAtFullPrecisionAndTheRoundingNoteExplainsTheCharge() throws Exception {
        List<DaySheet> days = days();
        AnswerSheet sheet = AnswerSheet.ofSource(days);

        assertThat(sheet.asMap())
                .containsEntry("rows", 9L)
                .containsEntry("saleDocuments", 6L)
                .containsEntry("returnDocuments", 1L)
                .containsEntry("salesValue", "53.201")
                .containsEntry("returnsValue", "-5.100")
                .containsEntry("netValue", "48.101")
                .containsEntry("netUnits", -23L)
                .containsEntry("stockCodes", 5L);
        assertThat(RoundingNote.of(days))
                .singleElement()
                .satisfies(note -> assertThat(note.difference()).isEqualByComparingTo(new BigDecimal("-0.001")));
    }

    @Test
    void theRateOfTheDayIsCharged() throws Exception {
        List<DaySheet> days = days();
        TillPlan.Till till = TillPlan.of(days, "online-retail", 1).tills().getFirst();
        TillPlan.Shift after = till.shifts().getLast();

        assertThat(after.day()).isEqualTo(LocalDate.of(2011, 1, 5));
        assertThat(RetailShop.sale(till, after, after.tickets().getLast()).taxes())
                .extracting(Sale.Tax::rate)
                .containsExactly("20.00");
    }

    @Test
    void aRowThatCannotBeReadIsNamedByFileAndLine() throws Exception {
        Files.writeString(
                folder.resolve("2010-12-01.csv"),
                HEADER + "1001,85123A,HEART,six,2010-12-01 08:26:00,2.55,,United Kingdom\n");

        assertThatThrownBy(() -> DayFiles.read(folder))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("2010-12-01.csv line 2");
    }
}
