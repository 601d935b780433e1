package io.tillstream.order.coupon;

import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.order.sale.Product;
import io.tillstream.order.sale.SaleDocument;
import io.tillstream.order.sale.SalePricing;
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
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ServiceTest
class CouponTest {

    private static final Product TEA = new Product(UuidV7.next(), "TEA", "Tea", "3.00", "REDUCED", "7.00");

    private final Api api;
    private final Api cashier;
    private final TestBroker broker;

    CouponTest(Api api, TestBroker broker) {
        this.api = api;
        this.cashier = api.as(Token.cashier("gera"));
        this.broker = broker;
        Shops.open(api, "gera");
    }

    @Test
    void theUseThatGoesTooFarIsOddAndItsSaleStands() {
        UUID promotion = UuidV7.next();
        announce(promotion, 0, "FIRST-TWO", "2");
        announce(promotion, 1, "FIRST-TWO", "3");
        List<UUID> sales = IntStream.range(0, 5)
                .mapToObj(nth -> sell("FIRST-TWO", promotion))
                .toList();

        await().untilAsserted(() -> assertThat(standing("first-two")).isEqualTo("FIRST-TWO: 5 of 3, 0 left"));

        assertThat(sales.stream().flatMap(sale -> oddAbout(sale).stream()))
                .containsExactlyInAnyOrder(
                        "Coupon FIRST-TWO holds in 3 sales, this was number 4.",
                        "Coupon FIRST-TWO holds in 3 sales, this was number 5.");
    }

    @Test
    void aCouponThatTookNothingOffIsNotUsed() {
        UUID promotion = UuidV7.next();
        announce(promotion, 0, "SPRING", "10");
        sell("SPRING", null);
        sell("SPRING", promotion);

        await().untilAsserted(() -> assertThat(standing("SPRING")).isEqualTo("SPRING: 1 of 10, 9 left"));
    }

    @Test
    void withoutALimitUsesAreCountedAllTheSame() {
        UUID promotion = UuidV7.next();
        announce(promotion, 0, "ALWAYS", "null");
        UUID sale = sell("ALWAYS", promotion);

        await().untilAsserted(() -> assertThat(standing("ALWAYS")).isEqualTo("ALWAYS: 1 of null, null left"));
        assertThat(oddAbout(sale)).isEmpty();
        assertThat(cashier.get("/api/coupons/NEVER").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("A coupon is used once, however often the till sends its sale again (as loyalty is not: OCA/pos 185)")
    void aCouponIsUsedOnceHoweverOftenItsSaleIsSentAgain() {
        UUID promotion = UuidV7.next();
        announce(promotion, 0, "ONCE", "2");
        UUID sale = UuidV7.next();
        Object document = discounted("ONCE", promotion);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(cashier.put(pathOf(sale), document).status()).isEqualTo(attempt == 0 ? 201 : 200);
        }
        sell("ONCE", promotion);

        await().untilAsserted(() -> assertThat(standing("ONCE")).isEqualTo("ONCE: 2 of 2, 0 left"));
        assertThat(oddAbout(sale)).isEmpty();
    }

    private String standing(String code) {
        Api.Answer answer = cashier.get("/api/coupons/" + code);
        return answer.status() == 404
                ? "unknown"
                : "%s: %s of %s, %s left"
                        .formatted(
                                answer.at("/code"),
                                answer.at("/used"),
                                answer.json().at("/limit"),
                                answer.json().at("/left"));
    }

    private UUID sell(String coupon, UUID applied) {
        UUID id = UuidV7.next();
        Api.Answer answer = cashier.put(pathOf(id), discounted(coupon, applied));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return id;
    }

    private static SaleDocument discounted(String coupon, UUID applied) {
        List<PromotionShare> taken =
                applied == null ? null : List.of(new PromotionShare(applied, "Coupon", 1, new BigDecimal("0.30")));
        SalePricing pricing = new SalePricing(
                null, LocalDateTime.parse("2026-01-22T12:00:00"), null, null, List.of(coupon), null, null, taken);
        return aSale().in("gera")
                .withDiscount(applied == null ? "0.00" : "0.30", 1, TEA)
                .priced(pricing)
                .paidByCard();
    }

    private List<String> oddAbout(UUID sale) {
        return cashier.get(pathOf(sale))
                .json()
                .at("/anomalies")
                .valueStream()
                .filter(odd -> odd.at("/kind").asString().equals("COUPON_USED_TOO_OFTEN"))
                .map(odd -> odd.at("/detail").asString())
                .toList();
    }

    private void announce(UUID id, int ofPromotion, String coupon, String limit) {
        String body = """
                {"id": "%s", "version": %d, "bookVersion": 1, "changedAt": "2026-01-20T10:00:00Z", "changedBy": "m",
                 "terms": {"name": "%s", "kind": "LINE_PERCENT", "currency": null, "priority": 1, "exclusive": false,
                   "active": true, "window": {"from": null, "until": null, "weekdays": [], "startsAt": null, "endsAt": null},
                   "stores": ["gera"], "customerGroups": [], "coupon": "%s", "couponLimit": %s, "maximumUses": null,
                   "minimumAmount": null, "minimumQuantity": null,
                   "target": {"products": [], "categories": [], "exceptProducts": []},
                   "percent": "10", "amount": null, "parts": [], "price": null}}""".formatted(id, ofPromotion, coupon.toLowerCase(Locale.ROOT), coupon, limit);
        broker.publish(
                UuidV7.next(),
                "pos.catalog.promotion",
                "catalog.promotion-changed.v1",
                id.toString(),
                ofPromotion,
                body.getBytes(StandardCharsets.UTF_8));
        await().until(() -> standing(coupon).contains(" of " + limit + ","));
    }
}
