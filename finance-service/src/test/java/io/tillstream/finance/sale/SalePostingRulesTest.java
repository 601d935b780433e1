package io.tillstream.finance.sale;

import static io.tillstream.finance.SaleFixture.aSale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tillstream.finance.SaleFixture;
import io.tillstream.finance.ledger.JournalEntry;
import io.tillstream.platform.json.DecimalStrings;
import io.tillstream.platform.test.Contract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class SalePostingRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:02Z");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new DecimalStrings())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void aCashSaleDebitsWhatStaysInTheDrawer() {
        SaleFixture sale = aSale().taxed("REDUCED", "7.00", "9.33", "0.65")
                .paid("CASH", "10.00")
                .change("0.02");

        assertThat(postings(sale))
                .containsExactly("CASH 9.98", "SALES_REVENUE -9.33 REDUCED", "OUTPUT_TAX -0.65 REDUCED");
    }

    @Test
    void mixedTendersAndRatesKeepTheirOwnPostings() {
        SaleFixture sale = aSale().taxed("REDUCED", "7.00", "9.33", "0.65")
                .taxed("STANDARD", "19.00", "84.03", "15.97")
                .taxed("ZERO", "0.00", "2.00", "0.00")
                .paid("GIFT_CARD", "20.00")
                .paid("CARD", "50.00")
                .paid("CASH", "30.00")
                .paid("CASH", "20.00")
                .change("8.02");

        assertThat(postings(sale))
                .containsExactlyInAnyOrder(
                        "GIFT_CARD 20.00",
                        "CARD 50.00",
                        "CASH 41.98",
                        "SALES_REVENUE -9.33 REDUCED",
                        "OUTPUT_TAX -0.65 REDUCED",
                        "SALES_REVENUE -84.03 STANDARD",
                        "OUTPUT_TAX -15.97 STANDARD",
                        "SALES_REVENUE -2.00 ZERO");
    }

    @Test
    void aReturnIsTheSaleOnTheOtherSide() {
        SaleFixture refund = aSale().taxed("REDUCED", "7.00", "-9.33", "-0.65").paid("CASH", "-9.98");

        assertThat(postings(refund))
                .containsExactly("CASH -9.98", "SALES_REVENUE 9.33 REDUCED", "OUTPUT_TAX 0.65 REDUCED");
    }

    @Test
    void anEvenExchangeMovesRevenueBetweenRatesOnly() {
        SaleFixture exchange =
                aSale().taxed("REDUCED", "7.00", "-9.33", "-0.65").taxed("STANDARD", "19.00", "8.39", "1.59");

        assertThat(postings(exchange))
                .containsExactly(
                        "SALES_REVENUE 9.33 REDUCED",
                        "OUTPUT_TAX 0.65 REDUCED",
                        "SALES_REVENUE -8.39 STANDARD",
                        "OUTPUT_TAX -1.59 STANDARD");
    }

    @Test
    void whatRoundingCashGivesIsIncomeAndWhatItTakesIsNot() {
        SaleFixture gains = aSale().taxed("STANDARD", "25.00", "7.98", "2.00")
                .paid("CASH", "10.00")
                .rounded("0.02");
        SaleFixture loses = aSale().taxed("STANDARD", "25.00", "8.02", "2.00")
                .paid("CASH", "10.00")
                .rounded("-0.02");

        assertThat(postings(gains)).contains("CASH 10.00", "CASH_ROUNDING -0.02");
        assertThat(postings(loses)).contains("CASH 10.00", "CASH_ROUNDING 0.02");
    }

    @Test
    void aTipIsOwedToStaffAndNeitherRevenueNorTaxed() {
        SaleFixture byCard = aSale().taxed("STANDARD", "19.00", "8.40", "1.60")
                .paid("CARD", "11.50")
                .tipping("1.50");
        SaleFixture inCash = aSale().taxed("STANDARD", "19.00", "8.40", "1.60")
                .paid("CASH", "20.00")
                .change("8.00")
                .tipping("2.00");
        SaleFixture givenBack = aSale().taxed("STANDARD", "19.00", "-8.40", "-1.60")
                .paid("CARD", "-11.50")
                .tipping("-1.50");

        assertThat(postings(byCard))
                .containsExactlyInAnyOrder(
                        "CARD 11.50", "SALES_REVENUE -8.40 STANDARD", "OUTPUT_TAX -1.60 STANDARD", "TIPS -1.50");
        assertThat(postings(inCash)).contains("CASH 12.00", "TIPS -2.00", "SALES_REVENUE -8.40 STANDARD");
        assertThat(postings(givenBack)).contains("CARD -11.50", "TIPS 1.50");
    }

    @Test
    void aDepositIsOwedToTheCustomerUntilTheGoodsLeaveOrItGoesBack() {
        SaleFixture taken = aSale().paid("CASH", "10.00").change("5.00").deposit("TAKEN", "5.00");
        SaleFixture applied = aSale().taxed("STANDARD", "19.00", "8.40", "1.60")
                .paid("CARD", "5.00")
                .deposit("APPLIED", "-5.00");
        SaleFixture givenBack = aSale().paid("CASH", "-5.00").deposit("REFUNDED", "-5.00");

        assertThat(postings(taken)).containsExactlyInAnyOrder("CASH 5.00", "DEPOSIT -5.00");
        assertThat(postings(applied))
                .containsExactlyInAnyOrder(
                        "CARD 5.00", "DEPOSIT 5.00", "SALES_REVENUE -8.40 STANDARD", "OUTPUT_TAX -1.60 STANDARD");
        assertThat(postings(givenBack)).containsExactlyInAnyOrder("CASH -5.00", "DEPOSIT 5.00");
    }

    @Test
    void foreignCashIsKeptApartAtItsWorthAndItsChangeIsOurOwnCash() {
        SaleFixture sale = aSale().taxed("STANDARD", "19.00", "8.40", "1.60")
                .paidIn("CHF", "20.00", "1.0432", "20.86")
                .change("10.86");

        assertThat(postings(sale))
                .containsExactlyInAnyOrder(
                        "FOREIGN_CASH 20.86",
                        "CASH -10.86",
                        "SALES_REVENUE -8.40 STANDARD",
                        "OUTPUT_TAX -1.60 STANDARD");
    }

    @Test
    void aTenderNobodyKnowsYetIsStillMoney() {
        SaleFixture sale = aSale().taxed("STANDARD", "19.00", "8.39", "1.60").paid("SEASHELLS", "9.99");

        assertThat(postings(sale)).contains("OTHER_TENDER 9.99");
    }

    @Test
    void eachOfSeveralTaxesIsOwedByItself() {
        SaleFixture sale = aSale().taxedInQuebec("9.98", "0.50", "1.00").paid("CARD", "11.48");

        assertThat(postings(sale))
                .containsExactly(
                        "CARD 11.48", "SALES_REVENUE -9.98 STANDARD", "OUTPUT_TAX -0.50 GST", "OUTPUT_TAX -1.00 QST");
    }

    @Test
    void aFreeSaleHasAnEntryWithoutPostings() {
        assertThat(postings(aSale().taxed("STANDARD", "19.00", "0.00", "0.00"))).isEmpty();
    }

    @Test
    void amountsThatContradictEachOtherAreNotBooked() {
        SaleFixture sale = aSale().taxed("STANDARD", "19.00", "8.39", "1.60").paid("CARD", "9.98");

        assertThatIllegalArgumentException().isThrownBy(() -> postings(sale)).withMessageContaining("-0.01");
    }

    @Test
    void everySaleThatOrderServiceCanTellOfIsBooked() {
        for (byte[] example : Contract.of("order", "sale-completed.v1").examples()) {
            SaleCompletedMessage sale = JSON.readValue(example, SaleCompletedMessage.class);

            JournalEntry entry = SalePostingRules.entryFor(sale, NOW);

            assertThat(entry.reference()).isEqualTo(sale.tillId() + "/" + sale.receiptNumber());
            assertThat(entry.postings()).isNotEmpty();
        }
    }

    private static List<String> postings(SaleFixture sale) {
        JournalEntry entry = SalePostingRules.entryFor(JSON.readValue(sale.json(), SaleCompletedMessage.class), NOW);
        assertThat(entry.source().id()).isEqualTo(sale.id());
        return entry.postings().stream()
                .map(posting -> posting.account() + " " + posting.amount()
                        + (posting.taxCategory() == null ? "" : " " + posting.taxCategory()))
                .toList();
    }
}
