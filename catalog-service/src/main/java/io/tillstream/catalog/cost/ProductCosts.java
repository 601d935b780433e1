package io.tillstream.catalog.cost;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The unit cost of each product and currency, from the purchase order that was placed last. */
@Repository
public class ProductCosts {
    // a line without the product's id names it by its SKU; what is no product of ours has no price either
    private static final String LEARN = """
            insert into product_cost as known (product_id, currency, unit_cost, agreed_at, purchase_order)
            select distinct on (product.id) product.id, :currency, given.unit_cost, :agreedAt, :purchaseOrder
            from unnest(:products::uuid[], :skus::text[], :costs::numeric[]) with ordinality
                as given (product_id, sku, unit_cost, line)
            join product on product.id = given.product_id
                or given.product_id is null and lower(product.sku) = lower(given.sku)
            order by product.id, given.line desc
            on conflict on constraint product_cost_pk do update
            set unit_cost = excluded.unit_cost, agreed_at = excluded.agreed_at, purchase_order = excluded.purchase_order
            where known.agreed_at <= excluded.agreed_at
            """;

    private final JdbcClient jdbc;

    ProductCosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void learn(PurchaseOrderPlaced placed) {
        List<PurchaseOrderPlaced.Line> lines = placed.lines();
        jdbc.sql(LEARN)
                .param("currency", placed.currency())
                .param("agreedAt", Timestamp.from(placed.placedAt()))
                .param("purchaseOrder", placed.number())
                .param(
                        "products",
                        lines.stream().map(PurchaseOrderPlaced.Line::productId).toArray(UUID[]::new))
                .param("skus", lines.stream().map(PurchaseOrderPlaced.Line::sku).toArray(String[]::new))
                .param(
                        "costs",
                        lines.stream()
                                .map(line -> line.unitCost().toPlainString())
                                .toArray(String[]::new))
                .update();
    }

    /** Per unit and without tax; products whose cost nobody has told are not among them. */
    public Map<UUID, BigDecimal> of(Collection<UUID> products, String currency) {
        Map<UUID, BigDecimal> costs = new HashMap<>();
        jdbc.sql("select product_id, unit_cost from product_cost where product_id = any(:ids) and currency = :currency")
                .param("ids", products.toArray(UUID[]::new))
                .param("currency", currency)
                .query(row -> {
                    costs.put(row.getObject(1, UUID.class), row.getBigDecimal(2));
                });
        return costs;
    }
}
