package io.tillstream.order.parkedsale;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class ParkedSaleTest {

    private final Api api;
    private final Api cashier;
    private final UUID id = UuidV7.next();
    private final String path = "/api/parked-sales/" + id;

    ParkedSaleTest(Api api) {
        this.api = api;
        this.cashier = api.as(Token.cashier("worms"));
    }

    @BeforeEach
    void openShop() {
        Shops.open(api, "worms");
    }

    @Test
    void aSaleParkedOnOneTillIsGoneOnWithOnAnother() {
        assertThat(cashier.put(path, sale("worms", "12.40")).status()).isEqualTo(201);
        assertThat(cashier.put(path, sale("worms", "12.40")).status()).isEqualTo(200);
        assertThat(cashier.put(path, sale("worms", "12.41")).at("/type")).endsWith("already-stored-differently");
        assertThat(waiting()).contains(id.toString());

        Api.Answer taken = cashier.put(path + "/taking-up", till("worms-2"));

        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        assertThat(taken.at("/basket")).isEqualTo("{\"lines\":[]}");
        assertThat(waiting()).doesNotContain(id.toString());
        assertThat(cashier.put(path + "/taking-up", till("worms-2")).status()).isEqualTo(200);
        Api.Answer late = cashier.put(path + "/taking-up", till("worms-1"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/type")).endsWith("parked-sale-taken");
        assertThat(late.at("/detail")).contains("worms-2");
    }

    @Test
    void whatWasTakenWhileTheServerWasAwayNeverWaitsHereInWhateverOrderItIsTold() {
        String took = "{\"tillId\": \"worms-2\", \"sale\": " + sale("worms", "12.40") + "}";
        assertThat(cashier.put(path + "/taking-up", took).status()).isEqualTo(200);
        assertThat(waiting()).doesNotContain(id.toString());
        assertThat(cashier.put(path, sale("worms", "12.40")).status()).isEqualTo(200);
        assertThat(waiting()).as("its own till tells of it later").doesNotContain(id.toString());
        assertThat(cashier.put(path + "/taking-up", took).status()).isEqualTo(200);
        assertThat(cashier.put(path + "/taking-up", till("worms-1")).at("/type"))
                .endsWith("parked-sale-taken");

        UUID second = UuidV7.next();
        String other = "/api/parked-sales/" + second;
        cashier.put(other, sale("worms", "12.40"));
        assertThat(cashier.put(other + "/taking-up", took).status()).isEqualTo(200);
        assertThat(waiting()).doesNotContain(second.toString());

        String unseen = "/api/parked-sales/" + UuidV7.next() + "/taking-up";
        assertThat(api.as(Token.cashier("speyer")).put(unseen, took).status()).isEqualTo(403);
        assertThat(cashier.put(unseen, "{\"tillId\": \"worms-2\", \"sale\": {\"storeId\": \"worms\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void ofManyTillsThatAskAtOnceOneGetsIt() throws Exception {
        cashier.put(path, sale("worms", "12.40"));
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int till = 1; till <= 12; till++) {
                String body = till("worms-" + till);
                asked.add(tills.submit(
                        () -> cashier.put(path + "/taking-up", body).status()));
            }
            for (Future<Integer> one : asked) {
                answers.add(one.get());
            }
        }
        assertThat(answers).containsOnlyOnce(200).contains(409).hasSize(12);
    }

    @Test
    void whatIsParkedStaysInItsStore() {
        cashier.put(path, sale("worms", "12.40"));
        Api stranger = api.as(Token.cashier("speyer"));
        assertThat(stranger.put("/api/parked-sales/" + UuidV7.next(), sale("worms", "1"))
                        .status())
                .isEqualTo(403);
        assertThat(stranger.get("/api/parked-sales?storeId=worms").status()).isEqualTo(403);
        assertThat(stranger.put(path + "/taking-up", till("speyer-1")).status()).isEqualTo(403);
        assertThat(waiting()).contains(id.toString());
        assertThat(cashier.put("/api/parked-sales/" + UuidV7.next() + "/taking-up", till("worms-1"))
                        .status())
                .isEqualTo(404);
    }

    private List<String> waiting() {
        List<String> ids = new ArrayList<>();
        cashier.get("/api/parked-sales?storeId=worms")
                .json()
                .at("/items")
                .forEach(item -> ids.add(item.at("/id").asString()));
        return ids;
    }

    private static String till(String till) {
        return "{\"tillId\": \"" + till + "\"}";
    }

    private static String sale(String store, String total) {
        return """
                {"storeId": "%s", "tillId": "worms-1", "parkedAt": "2026-11-22T10:15:00Z", "currency": "EUR", "total": "%s",
                 "items": 3, "customerId": null, "format": 7, "basket": "{\\"lines\\":[]}"}""".formatted(store, total);
    }
}
