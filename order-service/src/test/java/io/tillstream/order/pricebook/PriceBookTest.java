package io.tillstream.order.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Contract;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.TestBroker;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class PriceBookTest {

    private final TestBroker broker;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    PriceBookTest(TestBroker broker, JdbcClient jdbc, JsonMapper json) {
        this.json = json;
        this.broker = broker;
        this.jdbc = jdbc;
    }

    @Test
    void everyVersionIsKeptOnceInWhateverOrderItComesAndHoweverOften() {
        UUID product = UuidV7.next();
        UUID price = UuidV7.next();
        UUID rate = UuidV7.next();
        for (int version : new int[] {1, 3, 2, 3, 1}) {
            announce("product", product, version, """
                    {"id": "%s", "sku": "V%d", "name": "Cup", "taxCategory": "STANDARD", "status": "ACTIVE", "later": 1}
                    """.formatted(product, version));
            announce("price", price, version, """
                    {"id": "%s", "productId": "%s", "storeId": "berlin", "price": {"amount": "%d.00", "currency": "EUR"},
                     "validFrom": "2026-01-01T00:00:00Z"}""".formatted(price, product, version));
            announce("tax-rate", rate, version, """
                    {"id": "%s", "country": "XX", "category": "STANDARD", "rate": "%d", "validFrom": "2026-01-01"}
                    """.formatted(rate, version));
        }
        UUID last = UuidV7.next();
        announce("product", last, 1, """
                {"id": "%s", "sku": "LAST", "name": "", "taxCategory": "STANDARD", "status": "INACTIVE"}""".formatted(last));

        await().until(() -> number("select count(*) from price_book_product where product_id = ?", last) == 1);
        await().until(() ->
                number("select count(*) from price_book_price where id = ? and amount = version", price) == 3);
        await().until(() ->
                number("select count(*) from price_book_tax_rate where id = ? and rate = version", rate) == 3);
        assertThat(number(
                        "select count(*) from price_book_product where sku = 'V' || version and product_id = ?",
                        product))
                .isEqualTo(3);
    }

    @Test
    void everyExampleOfTheCatalogIsUnderstood() {
        JsonMapper tolerant = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        assertThat(Contract.of("catalog", "product-changed.v1").examples())
                .map(example -> tolerant.readValue(example, ProductChanged.class))
                .allSatisfy(product -> assertThat(product.active()).isTrue())
                .extracting(ProductChanged::sku)
                .contains("ESP-250");
        assertThat(Contract.of("catalog", "price-changed.v1").examples())
                .map(example -> tolerant.readValue(example, PriceChanged.class))
                .extracting(price -> price.price().currency())
                .containsOnly("EUR");
        assertThat(Contract.of("catalog", "tax-rate-changed.v1").examples())
                .map(example -> tolerant.readValue(example, TaxRateChanged.class))
                .allSatisfy(rate -> assertThat(rate.rate()).isPositive());
    }

    private int number(String question, UUID id) {
        return jdbc.sql(question).param(id).query(Integer.class).single();
    }

    private void announce(String what, UUID id, long version, String body) {
        broker.publish(
                UuidV7.next(),
                "pos.catalog." + what,
                "catalog." + what + "-changed.v1",
                id.toString(),
                version,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
