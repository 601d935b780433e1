package io.tillstream.catalog.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.catalog.Shop;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class PriceBookPagesTest {
    private static final int SIZE = 3;

    private final Api api;
    private final Shop shop;
    private final PriceBookPages pages;
    private final PriceBookReader reader;
    private final StoreFacts stores;

    PriceBookPagesTest(Api api, TestBroker broker, PriceBookPages pages, PriceBookReader reader, StoreFacts stores) {
        this.api = api.as(Token.everything());
        this.shop = new Shop(api, broker);
        this.pages = pages;
        this.reader = reader;
        this.stores = stores;
    }

    @Test
    void aPageMadeBeforeAChangeLeavesNothingOut() throws IOException {
        StoreFacts.Store store = stores.find(shop.store("EUR", "DE")).orElseThrow();
        long before = reader.version();
        List<UUID> products = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            products.add(shop.product());
        }
        Instant made = pages.full(store, before, SIZE).orElseThrow().madeAt();
        rename(products.getFirst(), "Changed since");

        Map<String, String> names = new HashMap<>();
        long version = before;
        for (Optional<PriceBookPages.Page> page = pages.full(store, version, SIZE);
                page.isPresent();
                page = pages.full(store, version, SIZE)) {
            JsonNode read = json(page.get());
            read.at("/items")
                    .forEach(item -> names.put(
                            item.at("/productId").asString(), item.at("/name").asString()));
            version = read.at("/version").asLong();
        }
        reader.changes(store, version, SIZE)
                .items()
                .forEach(item -> names.put(item.productId().toString(), item.name()));

        assertThat(pages.full(store, before, SIZE).orElseThrow().madeAt()).isEqualTo(made);
        assertThat(names)
                .containsOnlyKeys(products.stream().map(UUID::toString).toList())
                .containsEntry(products.getFirst().toString(), "Changed since");
    }

    @Test
    void tillsThatComeTogetherGetOnePage() throws Exception {
        StoreFacts.Store store = stores.find(shop.store("EUR", "DE")).orElseThrow();
        long before = reader.version();
        for (int i = 0; i < 4; i++) {
            shop.product();
        }
        Set<Instant> made = new HashSet<>();
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<PriceBookPages.Page>>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(tills.submit(() -> pages.full(store, before, SIZE)));
            }
            for (Future<Optional<PriceBookPages.Page>> answer : answers) {
                made.add(answer.get().orElseThrow().madeAt());
            }
        }
        assertThat(made).hasSize(1);
    }

    @Test
    void theNewestVersionIsTheBooks() {
        String store = shop.store("EUR", "DE");
        shop.product();
        assertThat(api.get("/api/price-books/" + store + "/version")
                        .json()
                        .at("/version")
                        .asLong())
                .isLessThanOrEqualTo(reader.version());
        org.awaitility.Awaitility.await()
                .until(() -> api.get("/api/price-books/" + store + "/version")
                                .json()
                                .at("/version")
                                .asLong()
                        == reader.version());
        assertThat(api.as(Token.cashier("elsewhere"))
                        .get("/api/price-books/" + store + "/version")
                        .status())
                .isEqualTo(404);
    }

    private void rename(UUID product, String name) {
        Api.Answer known = api.get("/api/products/" + product);
        Map<String, Object> facts = Shop.espresso(known.at("/sku"));
        facts.put("name", name);
        assertThat(api.with("If-Match", String.valueOf(known.header("ETag")))
                        .put("/api/products/" + product, facts)
                        .status())
                .isEqualTo(200);
    }

    private static JsonNode json(PriceBookPages.Page page) throws IOException {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(page.gzip()))) {
            return JsonMapper.shared().readTree(plain.readAllBytes());
        }
    }
}
