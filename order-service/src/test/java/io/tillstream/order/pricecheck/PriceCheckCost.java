package io.tillstream.order.pricecheck;

import static io.tillstream.order.sale.SaleFixture.aSale;

import io.tillstream.order.sale.Product;
import io.tillstream.order.sale.SaleFixture;
import io.tillstream.order.sale.SalePricing;
import io.tillstream.order.salereview.SalesReviewed;
import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it costs to price a five-line sale again: CPU of this process, all of it but the database. Not run with the tests; {@code
 * -Dtest=PriceCheckCost} prints the figures.
 */
@ServiceTest
class PriceCheckCost {

    private static final int SALES = 500;
    private static final int PRODUCTS = 200;
    private static final int ROUNDS = 60;

    private final Api api;
    private final JdbcClient jdbc;
    private final PriceReview review;

    PriceCheckCost(Api api, JdbcClient jdbc, PriceReview review) {
        this.api = api;
        this.jdbc = jdbc;
        this.review = review;
    }

    @Test
    void ofFiveLines() {
        Shops.open(api, "gotha");
        List<Product> goods = goods();
        List<UUID> sales = sales(goods);
        for (int promotions : new int[] {0, 10, 100, 500}) {
            promote(promotions);
            measure(sales.subList(0, 1), promotions);
            measure(sales, promotions);
        }
    }

    private void measure(List<UUID> sales, int promotions) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < ROUNDS; round++) {
            review.review(new SalesReviewed(sales));
        }
        long before = threads.getCurrentThreadCpuTime();
        for (int round = 0; round < ROUNDS; round++) {
            review.review(new SalesReviewed(sales));
        }
        long spent = (threads.getCurrentThreadCpuTime() - before) / ROUNDS / sales.size() / 1_000;
        System.out.printf(
                "price check: %d us CPU per five-line sale, %d sales at once, %d promotions%n",
                spent, sales.size(), promotions);
    }

    private List<Product> goods() {
        List<Product> goods = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            Product product = new Product(UuidV7.next(), "P" + i, "Product " + i, "3.00", "MEASURED", "7.00");
            goods.add(product);
            jdbc.sql(
                            "insert into price_book_product (product_id, sku, name, tax_category, active, version) values (?, ?, ?, ?, true, 1)")
                    .params(product.id(), product.sku(), product.name(), product.taxCategory())
                    .update();
            jdbc.sql("""
                            insert into price_book_price (id, product_id, amount, currency, valid_from, version)
                            values (?, ?, 3, 'EUR', '2026-01-01', 1)""").params(UuidV7.next(), product.id()).update();
        }
        jdbc.sql(
                        "insert into price_book_tax_rate (id, country, category, rate, valid_from, version) values (?, 'DE', 'MEASURED', 7, '2026-01-01', 1)")
                .param(UuidV7.next())
                .update();
        return goods;
    }

    private List<UUID> sales(List<Product> goods) {
        Api cashier = api.as(Token.cashier("gotha"));
        SalePricing pricing =
                new SalePricing(0L, LocalDateTime.parse("2026-01-22T12:00:00"), null, null, null, null, null, null);
        List<UUID> sales = new ArrayList<>();
        for (int i = 0; i < SALES; i++) {
            SaleFixture sale = aSale().in("gotha").priced(pricing);
            for (int line = 0; line < 5; line++) {
                sale.with(1 + line, goods.get((i * 5 + line) % PRODUCTS));
            }
            UUID id = UuidV7.next();
            cashier.put(SaleFixture.pathOf(id), sale.paidByCard());
            sales.add(id);
        }
        return sales;
    }

    /** Active, for everything, and refused only by their weekday: the kernel looks at each of them. */
    private void promote(int promotions) {
        Integer known = jdbc.sql("select count(*) from price_book_terms")
                .query(Integer.class)
                .single();
        for (int i = known; i < promotions; i++) {
            jdbc.sql("""
                            insert into price_book_terms (kind, id, version, book_version, terms)
                            values ('PROMOTION', ?, 1, 0, ?::jsonb)""").params(UuidV7.next(), """
                            {"name": "Sundays", "kind": "LINE_PERCENT", "currency": null, "priority": 1, "exclusive": false,
                             "active": true, "window": {"weekdays": [7]}, "stores": [], "customerGroups": [],
                             "target": {"products": [], "categories": [], "exceptProducts": []}, "percent": "10", "parts": []}""").update();
        }
    }
}
