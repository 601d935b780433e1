package io.tillstream.order.pricecheck;

import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.order.sale.Product;
import io.tillstream.order.sale.SaleFixture;
import io.tillstream.order.sale.SaleLine.TaxPart;
import io.tillstream.order.sale.SalePricing;
import io.tillstream.order.sale.SalePricing.GivenDiscount;
import io.tillstream.order.sale.SalePricing.LinePricing;
import io.tillstream.order.sale.SalePricing.PriceOrigin;
import io.tillstream.order.sale.SalePricing.PromotionShare;
import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class PriceCheckTest {

    private static final LocalDateTime NOON = LocalDateTime.parse("2026-01-22T12:00:00");

    /** The catalog's price book: every announcement is its next version. */
    private static long version = 1_000;

    private final Api api;
    private final Api cashier;
    private final TestBroker broker;
    private final JdbcClient jdbc;
    private final Product tea = product("TEA", "3.00");
    private final UUID drinks = UuidV7.next();

    PriceCheckTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.api = api;
        this.cashier = api.as(Token.cashier("weimar"));
        this.broker = broker;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void openShopThatSellsTea() {
        Shops.open(api, "weimar");
        announce("tax-rate", UUID.fromString("0190a6f0-7c00-7000-8000-0000000c0de1"), 1, """
                {"id": "0190a6f0-7c00-7000-8000-0000000c0de1", "country": "DE", "category": "LOW", "rate": "7.00",
                 "validFrom": "2026-01-01"}""");
        announce("product", tea.id(), 1, """
                {"id": "%s", "sku": "TEA", "name": "Tea", "taxCategory": "LOW", "status": "ACTIVE", "unit": "PIECE",
                 "categoryId": "0190a6f0-7c00-7000-8000-00000000d1c6",
                 "categoryLineage": ["0190a6f0-7c00-7000-8000-00000000d1c6", "%s"], "bookVersion": %d}""".formatted(tea.id(), drinks, ++version));
        price("3.00");
    }

    @Test
    void aSaleIsPricedWithWhatItsTillKnewNotWithWhatCameLater() {
        long before = version;
        long after = price("3.50");

        assertThat(checked(sell(aSale().with(2, tea).priced(known(before))))).isEqualTo("AGREES");
        assertThat(checked(sell(aSale().with(2, tea.at("3.50")).priced(known(after)))))
                .isEqualTo("AGREES");
        UUID stale = sell(aSale().with(2, tea).priced(known(after)));
        assertThat(checked(stale)).isEqualTo("DISAGREES");
        assertThat(anomalies(stale))
                .containsExactly(
                        "1 PRICE_BOOK_DISAGREES TEA: the till charged 6.00, the price book says 7.00. The price of one is 3.50, not 3.00.");
    }

    @Test
    void promotionsCouponsAndDiscountsByHandComeToTheSame() {
        long before = version;
        UUID happyHour = UuidV7.next();
        long promoted = announcePromotion(happyHour, 1, "Happy hour", true);
        long ended = announcePromotion(happyHour, 2, "Happy hour", false);
        LinePricing byHand = new LinePricing(1, null, new GivenDiscount(null, new BigDecimal("0.40")));
        PromotionShare taken = new PromotionShare(happyHour, "Happy hour", 1, new BigDecimal("0.60"));
        SalePricing promotedAndByHand = new SalePricing(
                promoted,
                NOON,
                null,
                null,
                List.of("HAPPY"),
                new GivenDiscount(new BigDecimal("10"), null),
                List.of(byHand),
                List.of(taken));

        // 6.00 less 10 % by promotion, 0.40 by hand and 10 % of what is left
        assertThat(checked(sell(aSale().withDiscount("1.50", 2, tea).priced(promotedAndByHand))))
                .isEqualTo("AGREES");
        assertThat(checked(sell(aSale().with(2, tea).priced(known(before))))).isEqualTo("AGREES");
        assertThat(checked(sell(aSale().with(2, tea).priced(coupon(ended))))).isEqualTo("AGREES");
        UUID forgotten = sell(aSale().with(2, tea).priced(coupon(promoted)));
        assertThat(checked(forgotten)).isEqualTo("DISAGREES");
        assertThat(anomalies(forgotten))
                .containsExactly("1 PRICE_BOOK_DISAGREES TEA: the till charged 6.00, the price book says 5.40.");
    }

    @Test
    void aManagerReadsBothSidesWithTheirReasons() {
        long promoted = announcePromotion(UuidV7.next(), 1, "Happy hour", true);
        UUID sale = sell(aSale().withDiscount("0.50", 2, tea)
                .priced(new SalePricing(
                        promoted,
                        NOON,
                        null,
                        null,
                        List.of("HAPPY"),
                        null,
                        List.of(new LinePricing(1, null, new GivenDiscount(null, new BigDecimal("0.50")))),
                        null)));
        assertThat(checked(sale)).isEqualTo("DISAGREES");

        Api.Answer check = api.as(Token.manager("weimar")).get(pathOf(sale) + "/price-check");

        assertThat(check.at("/state")).isEqualTo("DISAGREES");
        assertThat(check.at("/lines/0/charged/amount")).isEqualTo("5.50");
        assertThat(check.at("/lines/0/computed/amount")).isEqualTo("4.90");
        assertThat(reasons(check, "charged", "code")).containsExactly("TAKEN", "LINE_AMOUNT", "INCLUDED");
        assertThat(reasons(check, "charged", "sentence"))
                .startsWith("The till took the price 3.00.", "0.50 off by hand.");
        assertThat(reasons(check, "computed", "code"))
                .containsExactly("CHOSEN", "APPLIED", "LINE_AMOUNT", "USED", "INCLUDED");
        assertThat(reasons(check, "computed", "sentence"))
                .startsWith("The price is 3.00, from the list “General prices”.", "“Happy hour” takes off 0.60.");
        assertThat(api.as(Token.manager("berlin"))
                        .get(pathOf(sale) + "/price-check")
                        .status())
                .isEqualTo(404);
    }

    private static List<String> reasons(Api.Answer check, String side, String what) {
        return check.json()
                .at("/lines/0/" + side + "/reasons")
                .valueStream()
                .map(reason -> reason.at("/" + what).asString())
                .toList();
    }

    @Test
    void aListForSomeCustomersGoesBeforeTheShopsOwnPricesFromItsQuantityOn() {
        UUID list = UuidV7.next();
        announce("price-list", list, 1, """
                {"id": "%s", "version": 1, "bookVersion": %d, "changedAt": "2026-01-20T10:00:00Z", "changedBy": "m",
                 "terms": {"name": "Staff", "currency": "EUR", "priority": 5, "stores": [], "customerGroups": ["STAFF"],
                           "active": true, "window": {"from": null, "until": null}}}""".formatted(list, ++version));
        UUID price = UuidV7.next();
        announce("price", price, 1, """
                {"id": "%s", "productId": "%s", "storeId": null, "price": {"amount": "2.00", "currency": "EUR"},
                 "validFrom": "2026-01-01T00:00:00Z", "priceListId": "%s", "minimumQuantity": "2",
                 "validUntil": "2026-02-01T00:00:00Z", "bookVersion": %d}""".formatted(price, tea.id(), list, ++version));
        heard(version);

        assertThat(checked(sell(aSale().with(2, tea.at("2.00")).priced(staff(version, NOON)))))
                .isEqualTo("AGREES");
        assertThat(checked(sell(aSale().with(1, tea).priced(staff(version, NOON)))))
                .isEqualTo("AGREES");
        assertThat(checked(sell(aSale().with(2, tea).priced(known(version))))).isEqualTo("AGREES");
        assertThat(checked(
                        sell(aSale().with(2, tea).priced(staff(version, LocalDateTime.parse("2026-02-01T01:00:00"))))))
                .isEqualTo("AGREES");
    }

    private static SalePricing staff(long version, LocalDateTime at) {
        return new SalePricing(version, at, "STAFF", null, null, null, null, null);
    }

    @Test
    void theSameMoneyForAnotherReasonIsSaid() {
        long known = version;
        PromotionShare invented = new PromotionShare(UuidV7.next(), "Invented", 1, new BigDecimal("0.60"));
        UUID sale = sell(aSale().withDiscount("0.60", 2, tea)
                .priced(new SalePricing(
                        known,
                        NOON,
                        null,
                        null,
                        null,
                        null,
                        List.of(new LinePricing(1, null, new GivenDiscount(null, new BigDecimal("0.60")))),
                        List.of(invented))));
        assertThat(checked(sale)).isEqualTo("DISAGREES");
        assertThat(anomalies(sale))
                .containsExactly(
                        "1 PRICE_BOOK_DISAGREES TEA: the till charged 5.40 as the price book does, but not for the same"
                                + " reasons: a price of 3.00 and 0.60 off by “Invented”, not a price of 3.00.");
    }

    @Test
    void newsThatIsLateIsWaitedFor() {
        UUID early = sell(aSale().with(1, tea.at("4.00")).priced(known(version + 1)));
        await().until(() -> jdbc.sql("select count(*) from price_check_waiting where sale_id = ?")
                        .param(early)
                        .query(Integer.class)
                        .single()
                == 1);
        price("4.00");

        assertThat(checked(early)).isEqualTo("AGREES");
        assertThat(anomalies(early)).isEmpty();
    }

    @Test
    void aVersionOfWhichNoNewsComesIsComparedAnywayAndThatIsSaid() {
        long unheard = version + 1;
        UUID right = sell(aSale().with(1, tea).priced(known(unheard)));
        UUID wrong = sell(aSale().with(1, tea.at("2.99")).priced(known(unheard)));

        assertThat(checked(right)).isEqualTo("AGREES");
        assertThat(checked(wrong)).isEqualTo("DISAGREES");
        assertThat(note(right))
                .isEqualTo(
                        "Compared with version %d of the price book: of version %d, which the till named, no news had come."
                                .formatted(version, unheard))
                .isEqualTo(note(wrong));
        version = unheard;
    }

    @Test
    void whatTheBookDoesNotHaveHidesNothingElse() {
        Product unknown = product("NEW", "1.00");
        UUID sale = sell(aSale().with(1, unknown)
                .with(1, tea.at("2.00"))
                .with(1, tea.at("2.50"))
                .priced(new SalePricing(
                        version,
                        NOON,
                        null,
                        null,
                        null,
                        null,
                        List.of(new LinePricing(3, PriceOrigin.OVERRIDE, null)),
                        null)));
        assertThat(checked(sale)).isEqualTo("DISAGREES");
        assertThat(anomalies(sale))
                .containsExactly(
                        "1 PRICE_BOOK_DISAGREES NEW: the till charged 1.00, the price book has no price for it.",
                        "2 PRICE_BOOK_DISAGREES TEA: the till charged 2.00, the price book says 3.00. The price of one is 3.00, not 2.00.");
    }

    @Test
    void goodsThatComeBackAreTakenAsTheyWereCharged() {
        UUID sold = sell(aSale().with(3, tea).priced(known(version)));
        long dearer = price("5.00");
        UUID exchange = sell(
                aSale().bringingBack(1, tea, sold, 1).with(1, tea.at("5.00")).priced(known(dearer)));
        assertThat(checked(exchange)).isEqualTo("AGREES");
    }

    /** 8.00 and 0.52 of tax for three: the parts take 2.67, 2.66 and 2.67, and 0.17, 0.18 and 0.17. */
    @Test
    void goodsThatComeBackInPartsReverseWhatWasChargedForThem() {
        LinePricing byHand = new LinePricing(1, null, new GivenDiscount(null, new BigDecimal("1.00")));
        UUID sold = sell(aSale().withDiscount("1.00", 3, tea)
                .taxed("0.52")
                .priced(new SalePricing(version, NOON, null, null, null, null, List.of(byHand), null)));
        price("5.00");
        assertThat(checked(sold)).isEqualTo("AGREES");

        assertThat(checked(sell(back("-0.33", "-0.17", sold)))).isEqualTo("AGREES");
        UUID dear = sell(back("-0.33", "-0.17", sold));
        assertThat(checked(dear)).isEqualTo("DISAGREES");
        assertThat(anomalies(dear))
                .containsExactly(
                        "1 PRICE_BOOK_DISAGREES TEA: the till gave back 2.67; what was charged for it comes to 2.66.");
        UUID untaxed = sell(back("-0.34", "-0.17", sold));
        assertThat(checked(untaxed)).isEqualTo("DISAGREES");
        assertThat(anomalies(untaxed))
                .containsExactly(
                        "1 PRICE_BOOK_DISAGREES TEA: of -2.66 the till says that -0.17 is tax; it comes to -0.18.");
        UUID tooMany = sell(back("-0.34", "-0.17", sold));
        assertThat(checked(tooMany)).isEqualTo("AGREES");
        assertThat(anomalies(tooMany)).contains("1 RETURNED_MORE_THAN_SOLD 3 of TEA were sold, 4 have come back.");
    }

    /** 6.00 and on top GST 0.30 and QST 0.60 (0.5985); half of it comes back. */
    @Test
    void taxesOnTopAreThoseOfTheCountryAndTheRegion() {
        openQuebec();
        taxRate("CA", null, "GST", "5", "2008-01-01");
        taxRate("CA", "CA-QC", "QST", "9.975", "2013-01-01");
        taxRate("CA", "CA-QC", "LATER", "1", "2027-01-01");
        taxRate("CA", "CA-ON", "GST", "13", "2010-07-01");
        long known = price("3.00");
        Product taxed = new Product(tea.id(), "TEA", "Tea", "3.00", "LOW", "14.975");

        UUID sold = sellIn(
                "quebec",
                aSale().with(2, taxed)
                        .plusTaxes(part("GST", "5", "0.30"), part("QST", "9.975", "0.60"))
                        .priced(known(known)));
        assertThat(checked(sold)).isEqualTo("AGREES");
        assertThat(checked(sellIn(
                        "quebec",
                        aSale().bringingBack(1, taxed, sold, 1)
                                .plusTaxes(part("GST", "5", "-0.15"), part("QST", "9.975", "-0.30"))
                                .priced(known(known)))))
                .isEqualTo("AGREES");
        UUID untaxed = sellIn("quebec", aSale().with(2, taxed).taxed("0.00").priced(known(known)));
        assertThat(checked(untaxed)).isEqualTo("DISAGREES");
        assertThat(anomalies(untaxed, "quebec"))
                .contains("1 PRICE_BOOK_DISAGREES TEA: the till charged 6.00, the price book says 6.90.");
    }

    /** 6.00 holds 0.39 of tax, which is not paid; half of what is left comes back later, and without tax too. */
    @Test
    void anExemptCustomerPaysWhatIsLeftWithoutTaxAndGetsThatBack() {
        Product untaxed = new Product(tea.id(), "TEA", "Tea", "3.00", "LOW", "0");
        Product byHand = new Product(null, "MISC", "Something", "3.00", "LOW", "0");
        UUID sold = sell(aSale().with(2, untaxed).lessTax("0.39").priced(exempt()));
        assertThat(checked(sold)).isEqualTo("AGREES");
        assertThat(checked(sell(aSale().with(1, byHand).lessTax("0.20").priced(exempt()))))
                .isEqualTo("AGREES");
        assertThat(checked(sell(aSale().bringingBack(1, untaxed, sold, 1)
                        .lessTax("-0.19")
                        .priced(known(version)))))
                .isEqualTo("AGREES");

        Api.Answer check = api.as(Token.manager("weimar")).get(pathOf(sold) + "/price-check");
        assertThat(reasons(check, "charged", "code")).containsExactly("TAKEN", "EXEMPT");
        assertThat(reasons(check, "computed", "sentence"))
                .endsWith("No tax: the customer is exempt; 0.39 was taken out.");
    }

    @Test
    void taxThatIsMissingWithoutAReasonOrThereInSpiteOfOneIsSaid() {
        Product untaxed = new Product(tea.id(), "TEA", "Tea", "3.00", "LOW", "0");
        UUID noReason = sell(aSale().with(2, untaxed).lessTax("0.39").priced(known(version)));
        assertThat(checked(noReason)).isEqualTo("DISAGREES");
        assertThat(anomalies(noReason))
                .containsExactly("1 PRICE_BOOK_DISAGREES TEA: the till charged 5.61, the price book says 6.00.");
        UUID inSpite = sell(aSale().with(2, tea).taxed("0.39").priced(exempt()));
        assertThat(checked(inSpite)).isEqualTo("DISAGREES");
        assertThat(anomalies(inSpite))
                .containsExactly("1 PRICE_BOOK_DISAGREES TEA: the till charged 6.00, the price book says 5.61.");
    }

    private static SalePricing exempt() {
        return new SalePricing(version, NOON, null, true, null, null, null, null);
    }

    /** Germany lowered its rates from 1 July to 31 December 2020: 3.00 holds 0.41 of 16 %, 0.48 of 19 %. */
    @Test
    void theRateIsThatOfTheDayInTheStore() {
        for (String[] rate : new String[][] {{"19", "2007-01-01"}, {"16", "2020-07-01"}, {"19", "2021-01-01"}}) {
            taxRate("DE", null, "VAT", rate[0], rate[1], "GERMAN");
        }
        price("3.00");
        announce("product", tea.id(), 2, """
                {"id": "%s", "sku": "TEA", "name": "Tea", "taxCategory": "GERMAN", "status": "ACTIVE", "unit": "PIECE",
                 "categoryId": null, "categoryLineage": [], "bookVersion": %d}""".formatted(tea.id(), ++version));
        await().until(() -> jdbc.sql(
                        "select exists (select from price_book_product where product_id = ? and tax_category = 'GERMAN')")
                .param(tea.id())
                .query(Boolean.class)
                .single());
        for (String[] day : new String[][] {
            {"2020-06-30T23:59:00", "19", "0.48"},
            {"2020-07-01T00:00:00", "16", "0.41"},
            {"2020-12-31T23:59:00", "16", "0.41"},
            {"2021-01-01T00:00:00", "19", "0.48"}
        }) {
            Product taxed = new Product(tea.id(), "TEA", "Tea", "3.00", "GERMAN", day[1]);
            SalePricing pricing = new SalePricing(
                    version, LocalDateTime.parse(day[0]), null, null, null, null, List.of(kept()), null);
            assertThat(checked(sell(aSale().with(1, taxed).taxed(day[2]).priced(pricing))))
                    .as(day[0])
                    .isEqualTo("AGREES");
        }
        Product wrong = new Product(tea.id(), "TEA", "Tea", "3.00", "GERMAN", "19");
        UUID late = sell(aSale().with(1, wrong)
                .taxed("0.48")
                .priced(new SalePricing(
                        version,
                        LocalDateTime.parse("2020-12-31T23:59:00"),
                        null,
                        null,
                        null,
                        null,
                        List.of(kept()),
                        null)));
        assertThat(checked(late)).isEqualTo("DISAGREES");
        assertThat(anomalies(late))
                .containsExactly(
                        "1 PRICE_BOOK_DISAGREES TEA was taxed as GERMAN at 19 %, the price book says GERMAN at 16 %.");
    }

    /** No price is known of that year. */
    private static LinePricing kept() {
        return new LinePricing(1, PriceOrigin.KEPT, null);
    }

    private static TaxPart part(String component, String rate, String tax) {
        return new TaxPart(component, new BigDecimal(rate), new BigDecimal(tax));
    }

    private void openQuebec() {
        Api.Answer store = api.as(Token.everything()).put("/api/stores/quebec", """
                {"name": "Québec", "currency": "EUR", "timeZone": "America/Toronto", "country": "CA", "region": "CA-QC",
                 "businessDayStartsAt": "04:00", "taxNumber": null, "pricesIncludeTax": false,
                 "address": {"street": "", "postalCode": "", "city": "Québec", "country": "CA"}}""");
        assertThat(store.status()).as(store.toString()).isEqualTo(201);
    }

    private void taxRate(String country, String region, String component, String rate, String validFrom) {
        taxRate(country, region, component, rate, validFrom, "LOW");
    }

    private void taxRate(
            String country, String region, String component, String rate, String validFrom, String category) {
        UUID id = UuidV7.next();
        announce("tax-rate", id, 0, """
                {"id": "%s", "country": "%s", %s "category": "%s", "component": "%s", "compound": false, "rate": "%s",
                 "validFrom": "%s", "bookVersion": %d}""".formatted(
                        id,
                        country,
                        region == null ? "" : "\"region\": \"" + region + "\",",
                        category,
                        component,
                        rate,
                        validFrom,
                        ++version));
    }

    private SaleFixture back(String discount, String tax, UUID sold) {
        return aSale().bringingBack(1, tea, discount, sold, 1).taxed(tax).priced(known(version));
    }

    @Test
    void aWrongTaxIsSaidAndASaleWithoutAVersionIsNotPricedAgain() {
        Product taxedHigh = new Product(tea.id(), "TEA", "Tea", "3.00", "HIGH", "19.00");
        UUID wrong = sell(aSale().with(1, taxedHigh).priced(known(version)));
        assertThat(checked(wrong)).isEqualTo("DISAGREES");
        assertThat(anomalies(wrong))
                .containsExactly(
                        "1 PRICE_BOOK_DISAGREES TEA was taxed as HIGH at 19 %, the price book says LOW at 7 %.");

        UUID unversioned = sell(
                aSale().with(1, taxedHigh).priced(new SalePricing(null, NOON, null, null, null, null, null, null)));
        UUID after = sell(aSale().with(1, tea).priced(known(version)));
        assertThat(checked(after)).isEqualTo("AGREES");
        assertThat(jdbc.sql("select count(*) from price_check where sale_id = ?")
                        .param(unversioned)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static SalePricing known(long version) {
        return new SalePricing(version, NOON, null, null, null, null, null, null);
    }

    private static SalePricing coupon(long version) {
        return new SalePricing(version, NOON, null, null, List.of("HAPPY"), null, null, null);
    }

    private static Product product(String sku, String price) {
        return new Product(UuidV7.next(), sku, sku, price, "LOW", "7.00");
    }

    private long price(String amount) {
        UUID id = UuidV7.next();
        announce("price", id, 1, """
                {"id": "%s", "productId": "%s", "storeId": null, "price": {"amount": "%s", "currency": "EUR"},
                 "validFrom": "2026-01-01T00:00:00Z", "priceListId": null, "minimumQuantity": "0", "validUntil": null,
                 "bookVersion": %d}""".formatted(id, tea.id(), amount, ++version));
        heard(version);
        return version;
    }

    private long announcePromotion(UUID id, int ofPromotion, String name, boolean active) {
        announce("promotion", id, ofPromotion, """
                {"id": "%s", "version": %d, "bookVersion": %d, "changedAt": "2026-01-20T10:00:00Z", "changedBy": "m",
                 "terms": {"name": "%s", "kind": "LINE_PERCENT", "currency": null, "priority": 1, "exclusive": false,
                   "active": %s, "window": {"from": null, "until": null, "weekdays": [], "startsAt": "11:00", "endsAt": "13:00"},
                   "stores": ["weimar"], "customerGroups": [], "coupon": "HAPPY", "maximumUses": null, "minimumAmount": null,
                   "minimumQuantity": null, "target": {"products": [], "categories": ["%s"], "exceptProducts": []},
                   "percent": "10", "amount": null, "parts": [], "price": null}}""".formatted(id, ofPromotion, ++version, name, active, drinks));
        heard(version);
        return version;
    }

    private void heard(long bookVersion) {
        await().until(() -> jdbc.sql("""
                        select greatest((select max(book_version) from price_book_price),
                                        (select max(book_version) from price_book_terms))""").query(Long.class).single() >= bookVersion);
    }

    private UUID sell(SaleFixture sale) {
        return sellIn("weimar", sale);
    }

    private UUID sellIn(String store, SaleFixture sale) {
        UUID id = UuidV7.next();
        Api.Answer answer =
                api.as(Token.cashier(store)).put(pathOf(id), sale.in(store).paidByCard());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return id;
    }

    private String checked(UUID sale) {
        return await().until(
                        () -> jdbc.sql("select outcome from price_check where sale_id = ?")
                                .param(sale)
                                .query(String.class)
                                .optional(),
                        outcome -> outcome.isPresent())
                .orElseThrow();
    }

    private String note(UUID sale) {
        return jdbc.sql("select note from price_check where sale_id = ?")
                .param(sale)
                .query(String.class)
                .single();
    }

    private List<String> anomalies(UUID sale) {
        return anomalies(sale, "weimar");
    }

    private List<String> anomalies(UUID sale, String store) {
        return api.as(Token.cashier(store))
                .get(pathOf(sale))
                .json()
                .at("/anomalies")
                .valueStream()
                .map(odd -> odd.at("/lineNo").asInt() + " " + odd.at("/kind").asString() + " "
                        + odd.at("/detail").asString())
                .toList();
    }

    private void announce(String what, UUID id, long ofThing, String body) {
        broker.publish(
                UuidV7.next(),
                "pos.catalog." + what,
                "catalog." + what + "-changed.v1",
                id.toString(),
                ofThing,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
