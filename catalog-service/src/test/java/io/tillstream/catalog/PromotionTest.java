package io.tillstream.catalog;

import static io.tillstream.catalog.Shop.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class PromotionTest {
    private static final String TOPIC = "pos.catalog.promotion";
    private static final String CHANGED = "catalog.promotion-changed.v1";

    private final Api anyone;
    private final Api api;
    private final TestBroker broker;
    private final Shop shop;
    private final JdbcClient jdbc;

    PromotionTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.anyone = api;
        this.api = api.as(Token.everything());
        this.broker = broker;
        this.shop = new Shop(api, broker);
        this.jdbc = jdbc;
    }

    @Test
    void aPromotionIsMadeChangedAndPublishedInEveryVersion() {
        UUID id = UuidV7.next();
        Map<String, Object> terms = tenPercentOff();

        Api.Answer made = api.put("/api/promotions/" + id, terms);
        Api.Answer again = api.put("/api/promotions/" + id, terms);
        terms.put("percent", "15");
        Api.Answer unread = api.put("/api/promotions/" + id, terms);
        Api.Answer changed = api.with("If-Match", made.header("ETag")).put("/api/promotions/" + id, terms);

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(made.text());
        assertThat(unread.status()).isEqualTo(412);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(api.get("/api/promotions/" + id).at("/terms/percent")).isEqualTo("15");
        await().untilAsserted(() -> assertThat(published(id)).hasSize(2));
        published(id)
                .forEach(event -> Contract.of("catalog", "promotion-changed.v1").accepts(event.body()));
        assertThat(published(id).getLast().json().at("/bookVersion").asLong())
                .isGreaterThan(
                        published(id).getFirst().json().at("/bookVersion").asLong());
        assertThat(jdbc.sql("select terms ->> 'percent' from promotion_terms where promotion_id = ? order by version")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("10", "15");
    }

    @Test
    void tillsGetWhatTheirStoreMayApplyAndSeeThatItChanged() {
        String euros = shop.store("EUR", "DE");
        String francs = shop.store("CHF", "CH");
        long before = promotionsVersion(euros);
        UUID everywhere = made(tenPercentOff());
        UUID onlyThere = made(with(tenPercentOff(), "stores", List.of(francs)));
        UUID inEuros = made(oneEuroOff());
        UUID ended = made(with(tenPercentOff(), "active", false));

        assertThat(promotionsVersion(euros)).isGreaterThan(before);
        assertThat(ofStore(euros)).contains(everywhere, inEuros).doesNotContain(onlyThere, ended);
        assertThat(ofStore(francs)).contains(everywhere, onlyThere).doesNotContain(inEuros, ended);
        long known = promotionsVersion(euros);
        shop.product();
        assertThat(promotionsVersion(euros)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, LINE_AMOUNT, /percent",
        "percent, , /percent",
        "price, 5, /price",
        "currency, EUR, /currency",
        "kind, BUY_X_GET_Y, /parts",
        "kind, CHEAPEST_FREE, /parts",
    })
    void termsThatContradictEachOtherAreRefusedByPlace(String field, String value, String pointer) {
        Api.Answer refused = api.put("/api/promotions/" + UuidV7.next(), with(tenPercentOff(), field, value));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("promotion-not-valid");
        assertThat(refused.text()).contains("\"" + pointer + "\"");
    }

    @Test
    void onlyACouponCanBeUsedUp() {
        Map<String, Object> limited = with(tenPercentOff(), "couponLimit", 100);

        assertThat(api.put("/api/promotions/" + UuidV7.next(), limited).at("/errors/0/pointer"))
                .isEqualTo("/couponLimit");
        assertThat(api.put("/api/promotions/" + UuidV7.next(), with(limited, "coupon", fresh("FEW")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsRefused() {
        Map<String, Object> window = new LinkedHashMap<>(always());
        window.put("from", "2026-12-01T00:00:00");
        window.put("until", "2026-11-30T00:00:00");
        window.put("startsAt", "17:00:00");

        Api.Answer refused = api.put("/api/promotions/" + UuidV7.next(), with(tenPercentOff(), "window", window));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/window/until");
        assertThat(refused.at("/errors/1/pointer")).isEqualTo("/window/endsAt");
    }

    @Test
    void aCouponMeansOneActivePromotion() {
        String coupon = fresh("HELLO");
        UUID first = made(with(tenPercentOff(), "coupon", coupon));
        Map<String, Object> second = with(tenPercentOff(), "coupon", coupon.toLowerCase(java.util.Locale.ROOT));

        Api.Answer refused = api.put("/api/promotions/" + UuidV7.next(), second);
        Map<String, Object> ended = with(with(tenPercentOff(), "coupon", coupon), "active", false);
        api.with("If-Match", "\"0\"").put("/api/promotions/" + first, ended);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("coupon-taken");
        assertThat(api.put("/api/promotions/" + UuidV7.next(), second).status()).isEqualTo(201);
    }

    @Test
    void aManagerPromotesInTheirOwnStoresOnly() {
        Api manager = anyone.as(Token.manager("berlin"));
        String path = "/api/promotions/" + UuidV7.next();

        assertThat(manager.put(path, tenPercentOff()).problem()).isEqualTo("not-your-store");
        assertThat(manager.put(path, with(tenPercentOff(), "stores", List.of("hamburg")))
                        .status())
                .isEqualTo(403);
        assertThat(manager.put(path, with(tenPercentOff(), "stores", List.of("berlin")))
                        .status())
                .isEqualTo(201);
        UUID general = made(tenPercentOff());
        assertThat(manager.with("If-Match", "\"0\"")
                        .put("/api/promotions/" + general, with(tenPercentOff(), "stores", List.of("berlin")))
                        .status())
                .isEqualTo(403);
        assertThat(anyone.as(Token.cashier("berlin")).put(path, tenPercentOff()).problem())
                .isEqualTo("role-required");
    }

    private UUID made(Map<String, Object> terms) {
        UUID id = UuidV7.next();
        Api.Answer answer = api.put("/api/promotions/" + id, terms);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return id;
    }

    private long promotionsVersion(String store) {
        return Long.parseLong(api.get("/api/price-books/" + store).at("/promotionsVersion"));
    }

    private List<UUID> ofStore(String store) {
        Api.Answer answer = api.get("/api/price-books/" + store + "/promotions");
        return answer.json()
                .at("/items")
                .valueStream()
                .map(promotion -> UUID.fromString(promotion.at("/id").stringValue()))
                .toList();
    }

    private List<TestBroker.Received> published(UUID id) {
        return broker.received(TOPIC, CHANGED).stream()
                .filter(event -> event.key().equals(id.toString()))
                .toList();
    }

    private static Map<String, Object> tenPercentOff() {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("name", "Ten percent off");
        terms.put("kind", "LINE_PERCENT");
        terms.put("currency", null);
        terms.put("priority", 10);
        terms.put("exclusive", false);
        terms.put("active", true);
        terms.put("window", always());
        terms.put("stores", List.of());
        terms.put("customerGroups", List.of());
        terms.put("target", Map.of("products", List.of(), "categories", List.of(), "exceptProducts", List.of()));
        terms.put("percent", "10");
        terms.put("parts", List.of());
        return terms;
    }

    private static Map<String, Object> oneEuroOff() {
        Map<String, Object> terms = tenPercentOff();
        terms.put("kind", "LINE_AMOUNT");
        terms.put("currency", "EUR");
        terms.put("percent", null);
        terms.put("amount", "1.00");
        return terms;
    }

    private static Map<String, Object> always() {
        Map<String, Object> window = new LinkedHashMap<>();
        for (String bound : Arrays.asList("from", "until", "startsAt", "endsAt")) {
            window.put(bound, null);
        }
        window.put("weekdays", List.of());
        return window;
    }

    private static Map<String, Object> with(Map<String, Object> terms, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(terms);
        changed.put(field, value);
        return changed;
    }
}
