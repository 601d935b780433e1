package io.tillstream.order.tillreport;

import static io.tillstream.order.sale.Deposit.Kind.APPLIED;
import static io.tillstream.order.sale.Deposit.Kind.REFUNDED;
import static io.tillstream.order.sale.Product.CUP;
import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.anyPath;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class SessionReportTest {

    private final Api api;
    private final Api cashier;
    private final Api manager;
    private final UUID id = UuidV7.next();
    private final String path = "/api/till-sessions/" + id;

    SessionReportTest(Api api) {
        this.api = api;
        this.cashier = api.as(Token.cashier("worms"));
        this.manager = api.as(Token.manager("worms"));
    }

    @BeforeEach
    void openTill() {
        Shops.open(api, "worms");
        cashier.put(path, """
                {"tillId": "worms-1", "storeId": "worms", "openingFloat": "100.00", "currency": "EUR",
                 "businessDate": "2026-01-22", "openedAt": "2026-01-22T07:55:00Z"}
                """);
        UUID sold = UuidV7.next();
        cashier.put(
                pathOf(sold),
                aSale().in("worms").during(id).withDiscount("1.00", 2, ESPRESSO).paidInCash("20.00"));
        cashier.put(anyPath(), aSale().in("worms").during(id).with(1, CUP).paidByCard());
        cashier.put(
                anyPath(),
                aSale().in("worms")
                        .during(id)
                        .bringingBack(1, ESPRESSO, sold, 1)
                        .paidInCash("-4.99"));
        cashier.put(path + "/cash-movements/" + UuidV7.next(), """
                {"kind": "SKIM", "amount": "50.00", "reason": "TO_SAFE", "note": null, "movedAt": "2026-01-22T12:00:00Z"}
                """);
    }

    @Test
    void whoHasYetToCountIsNotToldWhatToFind() {
        Api.Answer blind = cashier.get(path + "/report");
        Api.Answer seeing = manager.get(path + "/report");

        assertThat(blind.status()).as(blind.toString()).isEqualTo(200);
        assertThat(blind.at("/figures/sales")).isEqualTo("2");
        assertThat(blind.at("/figures/skimmed")).isEqualTo("50.00");
        for (String secret : new String[] {"/figures/expectedCash", "/figures/tenders", "/figures/cashiers/0/cash"}) {
            assertThat(blind.json().at(secret).isNull()).as(secret).isTrue();
        }
        assertThat(seeing.at("/figures/expectedCash")).isEqualTo("53.99");
        assertThat(seeing.json().at("/zNumber").isNull()).isTrue();
        assertThat(api.as(Token.manager("koeln")).get(path + "/report").status())
                .isEqualTo(404);
        close("53.99");
    }

    @Test
    void aZReportStandsAndWhatComesLaterIsToldBesideIt() {
        long before = close("53.97");
        Api.Answer closed = cashier.get(path + "/report");
        assertThat(closed.at("/figures/sold")).isEqualTo("17.48");
        assertThat(closed.at("/figures/returned")).isEqualTo("-4.99");
        assertThat(closed.at("/figures/discounts")).isEqualTo("1.00");
        assertThat(closed.at("/figures/difference")).isEqualTo("-0.02");
        assertThat(closed.at("/figures/tenders/0/type")).isEqualTo("CARD");
        assertThat(closed.json().at("/corrected").isNull()).isTrue();

        cashier.put(anyPath(), aSale().in("worms").during(id).with(1, ESPRESSO).paidInCash("5.00"));
        Api.Answer later = cashier.get(path + "/report");

        assertThat(later.json().at("/figures")).isEqualTo(closed.json().at("/figures"));
        assertThat(later.json().at("/zNumber").asLong()).isEqualTo(before);
        assertThat(later.at("/lateSales/0/total")).isEqualTo("4.99");
        assertThat(later.at("/corrected/expectedCash")).isEqualTo("58.98");
        assertThat(later.at("/corrected/difference")).isEqualTo("-5.01");
    }

    @Test
    void tipsAreCountedForWhomTheyAreAndInTheDrawerButNotAsSold() {
        Api.Answer before = manager.get(path + "/report");
        cashier.put(
                anyPath(),
                aSale().in("worms")
                        .during(id)
                        .with(1, CUP)
                        .tipping("1.00", "ben", "Ben")
                        .paidInCash("20.00"));
        cashier.put(
                anyPath(),
                aSale().in("worms")
                        .during(id)
                        .with(1, CUP)
                        .tipping("2.00", "ben", "Ben")
                        .paidByCard());
        cashier.put(
                anyPath(),
                aSale().in("worms")
                        .during(id)
                        .with(1, CUP)
                        .tipping("0.50", "ada", "Ada")
                        .paidByCard());

        Api.Answer report = manager.get(path + "/report");

        assertThat(before.json().at("/figures/tips")).isEmpty();
        assertThat(report.json().at("/figures/tips").toString())
                .isEqualTo("[{\"name\":\"Ada\",\"count\":1,\"amount\":\"0.50\"},"
                        + "{\"name\":\"Ben\",\"count\":2,\"amount\":\"3.00\"}]");
        assertThat(new BigDecimal(report.at("/figures/total")).subtract(new BigDecimal(before.at("/figures/total"))))
                .isEqualByComparingTo("25.50");
        assertThat(report.at("/figures/expectedCash")).isEqualTo("63.49");
        close("63.49");
    }

    @Test
    void salesAreOfWhoStoodAtTheTillWhoseverTokenSentThem() {
        cashier.put(
                anyPath(),
                aSale().in("worms")
                        .during(id)
                        .with(1, CUP)
                        .rungUpBy("ben", "Ben")
                        .paidInCash("10.00"));
        manager.put(
                anyPath(),
                aSale().in("worms")
                        .during(id)
                        .with(2, CUP)
                        .rungUpBy("ben", "Ben")
                        .paidInCash("20.00"));

        Api.Answer report = manager.get(path + "/report");

        assertThat(report.json()
                        .at("/figures/cashiers")
                        .valueStream()
                        .filter(each -> each.at("/name").asString().equals("Ben")))
                .singleElement()
                .asString()
                .isEqualTo("{\"name\":\"Ben\",\"sales\":2,\"returns\":0,\"total\":\"25.50\",\"cash\":\"25.50\"}");
        assertThat(report.at("/figures/sales")).isEqualTo("4");
        close("79.49");
    }

    @Test
    void foreignCashIsCountedByItselfAndIsNotExpectedAmongTheStoresOwn() {
        cashier.put(
                anyPath(),
                aSale().in("worms")
                        .during(id)
                        .with(1, CUP)
                        .tenderedIn("CHF", "20.00", "1.0432")
                        .paidInAll());
        cashier.put(
                anyPath(),
                aSale().in("worms")
                        .during(id)
                        .with(1, CUP)
                        .tenderedIn("CHF", "10.00", "1.05")
                        .paidInAll());

        Api.Answer running = manager.get(path + "/report");
        Api.Answer blind = cashier.get(path + "/report");
        assertThat(running.json().at("/figures/foreignCash").toString())
                .isEqualTo("[{\"currency\":\"CHF\",\"count\":2,\"amount\":\"30.00\",\"worth\":\"31.36\","
                        + "\"counted\":null,\"difference\":null}]");
        assertThat(blind.json().at("/figures/foreignCash").isNull()).isTrue();
        // 53.99 before, and the change of both: 12.36 and 2.00
        assertThat(running.at("/figures/expectedCash")).isEqualTo("39.63");
        assertThat(running.at("/figures/cashiers/0/cash")).isEqualTo("-10.37");

        Api.Answer closed = cashier.put(path + "/closing", """
                {"countedCash": "39.63", "closedAt": "2026-01-22T19:05:00Z",
                 "foreign": [{"currency": "CHF", "amount": "29.00"}, {"currency": "USD", "amount": "5"}]}
                """);
        assertThat(closed.at("/difference")).isEqualTo("0.00");
        assertThat(closed.json().at("/foreignCash").toString())
                .isEqualTo(
                        "[{\"currency\":\"CHF\",\"expected\":\"30.00\",\"counted\":\"29.00\",\"difference\":\"-1.00\"},"
                                + "{\"currency\":\"USD\",\"expected\":\"0.00\",\"counted\":\"5.00\",\"difference\":\"5.00\"}]");
        assertThat(cashier.get(path + "/report")
                        .json()
                        .at("/figures/foreignCash")
                        .toString())
                .contains("\"counted\":\"29.00\",\"difference\":\"-1.00\"", "{\"currency\":\"USD\",\"count\":0");
    }

    @Test
    void depositsAreToldByThemselvesAndAreInTheDrawerButNotSold() {
        UUID layaway = UuidV7.next();
        Api.Answer before = manager.get(path + "/report");
        cashier.put(
                anyPath(),
                aSale().in("worms")
                        .during(id)
                        .with(2, CUP)
                        .settingAside(layaway, "5.00", "Ada")
                        .paidInCash("20.00"));
        cashier.put(
                anyPath(),
                aSale().in("worms")
                        .during(id)
                        .with(1, CUP)
                        .deposit(APPLIED, layaway, "-3.00", "17.00", "2.00")
                        .paidInCash("5.50"));
        cashier.put(
                anyPath(),
                aSale().in("worms")
                        .during(id)
                        .deposit(REFUNDED, layaway, "-2.00", "17.00", "0.00")
                        .paidInCash("-2.00"));

        Api.Answer report = manager.get(path + "/report");

        assertThat(report.json().at("/figures/deposits").toString())
                .isEqualTo("[{\"kind\":\"TAKEN\",\"count\":1,\"amount\":\"5.00\"},"
                        + "{\"kind\":\"APPLIED\",\"count\":1,\"amount\":\"-3.00\"},"
                        + "{\"kind\":\"REFUNDED\",\"count\":1,\"amount\":\"-2.00\"}]");
        assertThat(more(before, report, "/figures/total")).isEqualByComparingTo("8.50");
        assertThat(more(before, report, "/figures/sales")).isEqualByComparingTo("1");
        assertThat(more(before, report, "/figures/returns")).isEqualByComparingTo("0");
        assertThat(more(before, report, "/figures/expectedCash")).isEqualByComparingTo("8.50");
        close(report.at("/figures/expectedCash"));
    }

    private static BigDecimal more(Api.Answer before, Api.Answer after, String figure) {
        return new BigDecimal(after.at(figure)).subtract(new BigDecimal(before.at(figure)));
    }

    private long close(String counted) {
        Api.Answer closed = cashier.put(
                path + "/closing", "{\"countedCash\": \"" + counted + "\", \"closedAt\": \"2026-01-22T19:05:00Z\"}");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(201);
        return closed.json().at("/zNumber").asLong();
    }
}
