package io.tillstream.catalog;

import static io.tillstream.catalog.Shop.espresso;
import static io.tillstream.catalog.Shop.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ServiceTest
class BundleTest {
    private final Api api;
    private final TestBroker broker;
    private final Shop shop;

    BundleTest(Api api, TestBroker broker) {
        this.api = api.as(Token.everything());
        this.broker = broker;
        this.shop = new Shop(api, broker);
    }

    @Test
    void aBundleTellsWhatItIsMadeOf() {
        UUID cup = shop.product();
        UUID coffee = shop.product();
        UUID set = UuidV7.next();
        Api.Answer made = put(set, fresh("SET"), part(cup, "2"), part(coffee, "0.5"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json()
                        .at("/components")
                        .valueStream()
                        .map(part -> part.at("/quantity").asString()))
                .containsExactly("2", "0.5");
        assertThat(api.get("/api/products/" + set).text()).isEqualTo(made.text());
        await().untilAsserted(() -> assertThat(broker.received("pos.catalog.product", "catalog.product-changed.v1"))
                .filteredOn(event -> event.key().equals(set.toString()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.json().at("/components")).hasSize(2);
                    Contract.of("catalog", "product-changed.v1").accepts(event.body());
                }));
    }

    @Test
    void aCircleIsRefusedAndNamed() {
        String inner = fresh("INNER");
        String outer = fresh("OUTER");
        UUID innerId = UuidV7.next();
        UUID outerId = UuidV7.next();
        put(innerId, inner, part(shop.product(), "1"));
        put(outerId, outer, part(innerId, "1"));

        Api.Answer closed =
                api.with("If-Match", "\"0\"").put("/api/products/" + innerId, bundle(inner, part(outerId, "1")));
        assertThat(closed.status()).isEqualTo(422);
        assertThat(closed.problem()).isEqualTo("bundle-circular");
        assertThat(closed.at("/errors/0/pointer")).isEqualTo("/components");
        assertThat(closed.at("/detail")).contains(inner + " contains " + outer + " contains " + inner + ".");
        assertThat(api.with("If-Match", "\"0\"")
                        .put("/api/products/" + innerId, bundle(inner, part(innerId, "1")))
                        .at("/detail"))
                .contains(inner + " contains " + inner + ".");
    }

    @Test
    void aComponentIsKnownAndNamedOnce() {
        UUID cup = shop.product();
        assertThat(put(UuidV7.next(), fresh("SET"), part(cup, "1"), part(UuidV7.next(), "1"))
                        .at("/errors/0/pointer"))
                .isEqualTo("/components/1/productId");
        assertThat(put(UuidV7.next(), fresh("SET"), part(cup, "1"), part(cup, "2"))
                        .at("/errors/0/detail"))
                .contains("twice");
        assertThat(put(UuidV7.next(), fresh("SET"), part(cup, "0")).at("/errors/0/pointer"))
                .isEqualTo("/components/0/quantity");
    }

    @Test
    void noCategoryLiesInItself() {
        UUID id = UuidV7.next();
        Api.Answer refused = api.put("/api/categories/" + id, Map.of("name", fresh("Food"), "parentId", id));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/parentId");
        assertThat(refused.at("/detail")).contains("cannot lie in itself");
    }

    private Api.Answer put(UUID id, String sku, Part... parts) {
        return api.put("/api/products/" + id, bundle(sku, parts));
    }

    private static Map<String, Object> bundle(String sku, Part... parts) {
        Map<String, Object> facts = espresso(sku);
        facts.put("components", Stream.of(parts).toList());
        return facts;
    }

    private static Part part(UUID product, String quantity) {
        return new Part(product, quantity);
    }

    private record Part(UUID productId, String quantity) {}
}
