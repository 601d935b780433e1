package io.tillstream.order.dailytakings;

import static io.tillstream.order.sale.Product.CUP;
import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.anyPath;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import io.tillstream.platform.test.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class TakingsTest {

    private final Api api;
    private final TestBroker broker;
    private final JdbcClient jdbc;

    TakingsTest(Api api, TestBroker broker, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.api = api;
        this.broker = broker;
    }

    @Test
    void everyGroupingAddsUpToTheSameTotal() {
        Shops.open(api, "bonn");
        Api cashier = api.as(Token.cashier("bonn"));
        UUID sold = UuidV7.next();
        cashier.put(
                anyPath(),
                aSale().in("bonn").at("2026-01-21T08:30:00Z").with(1, CUP).paidByCard());
        cashier.put(
                pathOf(sold),
                aSale().in("bonn")
                        .at("2026-01-22T08:30:00Z")
                        .with(3, ESPRESSO)
                        .with(1, CUP)
                        .paidByCard());
        cashier.put(
                anyPath(),
                aSale().in("bonn")
                        .on("bonn-2")
                        .at("2026-01-22T08:59:59Z")
                        .with(1, CUP)
                        .paidByCard());
        Api.Answer last = cashier.put(
                anyPath(),
                aSale().in("bonn")
                        .at("2026-01-22T09:00:00Z")
                        .bringingBack(1, ESPRESSO, sold, 1)
                        .paidInCash("-4.99"));

        JsonNode hours = takings("bonn", "HOUR", 3);

        assertThat(hours.at("/items/0/key").asString()).isEqualTo("09");
        assertThat(hours.at("/items/0/sales").asInt()).isEqualTo(2);
        assertThat(hours.at("/items/0/gross").asString()).isEqualTo("31.97");
        assertThat(hours.at("/items/1/label").asString()).isEqualTo("10:00");
        assertThat(hours.at("/items/1/returns").asInt()).isEqualTo(1);
        assertThat(hours.at("/total/gross").asString()).isEqualTo("26.98");
        assertThat(hours.at("/total/units").asString()).isEqualTo("4");
        assertThat(hours.at("/completeTo").asString()).isEqualTo(last.at("/recordedAt"));
        for (String grouping : List.of("HOUR", "DAY", "TILL", "CASHIER", "PRODUCT")) {
            JsonNode takings = takings("bonn", grouping, 3);
            for (String figure : List.of("units", "gross", "net", "tax")) {
                assertThat(sum(takings, figure))
                        .as("%s by %s", figure, grouping)
                        .isEqualByComparingTo(takings.at("/total/" + figure).asString());
            }
        }
        JsonNode products = takings("bonn", "PRODUCT", 3);
        assertThat(products.at("/items/0/key").asString()).isEqualTo("CUP-01");
        assertThat(products.at("/items/1/label").asString()).isEqualTo("Espresso 250 g");
        assertThat(takings("bonn", "TILL", 3).at("/items/1/label").asString()).isEqualTo("Till 2");
    }

    @Test
    void everySaleIsAppliedOnceWhenDeliveredThriceInAnyOrder() {
        Api cashier = api.as(Token.cashier("essen"));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            UUID id = UuidV7.next();
            ids.add(id.toString());
            cashier.put(pathOf(id), aSale().in("essen").with(1, CUP).paidByCard());
        }
        List<TestBroker.Received> events = await().until(
                        () -> broker.received("pos.order.sale", "order.sale-completed.v1").stream()
                                .filter(event -> ids.contains(event.key()))
                                .toList(),
                        found -> found.size() == 40);
        List<TestBroker.Received> again = new ArrayList<>(events);
        again.addAll(events);
        Collections.shuffle(again, new Random(7));
        again.forEach(event -> broker.publish(
                UUID.fromString(event.header("id")), "pos.order.sale", event.type(), event.key(), 1, event.body()));

        cashier.put(anyPath(), aSale().in("essen").with(1, CUP).paidByCard());

        assertThat(takings("essen", "DAY", 41).at("/total/gross").asString()).isEqualTo("348.50");
    }

    @Test
    void aRebuildCountsEverySaleOnce() {
        Shops.open(api, "jena");
        Api cashier = api.as(Token.cashier("jena"));
        for (int i = 0; i < 30; i++) {
            cashier.put(
                    anyPath(),
                    aSale().in("jena").with(2, ESPRESSO).with(i + 1, CUP).paidByCard());
        }
        JsonNode before = takings("jena", "PRODUCT", 30);
        jdbc.sql("update takings_by_product set gross = gross + 1 where store_id = 'jena'")
                .update();
        jdbc.sql("delete from takings_by_hour where store_id = 'jena'").update();

        Api.Answer rebuilt = api.as(Token.everything()).post("/api/takings/rebuilds", "");

        assertThat(rebuilt.status()).as(rebuilt.toString()).isEqualTo(204);
        assertThat(takings("jena", "PRODUCT", 30)).isEqualTo(before);
        assertThat(api.as(Token.manager("jena"))
                        .post("/api/takings/rebuilds", "")
                        .status())
                .isEqualTo(403);
        cashier.put(anyPath(), aSale().in("jena").with(1, CUP).paidByCard());
        assertThat(takings("jena", "DAY", 31).at("/total/sales").asInt()).isEqualTo(31);
    }

    @Test
    void figuresAreForThoseWhoAnswerForTheStore() {
        String path = "/api/takings?storeId=bonn&from=2026-01-22";
        assertThat(api.as(Token.cashier("bonn")).get(path).status()).isEqualTo(403);
        assertThat(api.as(Token.manager("essen")).get(path).status()).isEqualTo(404);
        assertThat(api.as(Token.manager("bonn")).get(path + "&groupBy=MOON").status())
                .isEqualTo(400);
    }

    private JsonNode takings(String store, String groupBy, int documents) {
        return await().until(
                        () -> api.as(Token.manager(store))
                                .get("/api/takings?storeId=" + store + "&from=2026-01-22&groupBy=" + groupBy)
                                .json(),
                        takings -> takings.at("/total/sales").asInt()
                                        + takings.at("/total/returns").asInt()
                                >= documents);
    }

    private static BigDecimal sum(JsonNode takings, String figure) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode item : takings.at("/items")) {
            sum = sum.add(new BigDecimal(item.get(figure).asString()));
        }
        return sum;
    }
}
