package io.tillstream.order.purchaseorder;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What arrived for orders: facts are added, sums are read. */
@Repository
class Receipts {

    private final JdbcClient jdbc;

    Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(GoodsReceived receipt, UUID orderId, GoodsReceived.Line line, ReceivingPolicy.Share share) {
        jdbc.sql("""
                        insert into purchase_order_receipt (goods_receipt_id, receipt_line_no, order_line_no,
                                                            purchase_order_id, sku, quantity, occurred_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint purchase_order_receipt_pk do nothing
                        """)
                .params(
                        receipt.id(),
                        line.lineNo(),
                        share.lineNo(),
                        orderId,
                        line.sku(),
                        share.quantity(),
                        Timestamp.from(receipt.occurredAt()))
                .update();
    }

    Progress progress(UUID orderId) {
        return progress(List.of(orderId)).getOrDefault(orderId, new Progress(Map.of()));
    }

    Map<UUID, Progress> progress(Collection<UUID> orderIds) {
        Map<UUID, Map<Integer, BigDecimal>> sums = new HashMap<>();
        jdbc.sql("""
                        select purchase_order_id, order_line_no, sum(quantity) as quantity
                        from purchase_order_receipt where purchase_order_id = any(?)
                        group by purchase_order_id, order_line_no
                        """).param(orderIds.toArray(UUID[]::new)).query(row -> {
            sums.computeIfAbsent(row.getObject("purchase_order_id", UUID.class), id -> new HashMap<>())
                    .put(row.getInt("order_line_no"), row.getBigDecimal("quantity"));
        });
        Map<UUID, Progress> progress = new HashMap<>();
        sums.forEach((id, perLine) -> progress.put(id, new Progress(perLine)));
        return progress;
    }

    /** Goods that came with an order though nobody had ordered them. */
    List<PurchaseOrderView.NotOrdered> notOrdered(UUID orderId) {
        return jdbc.sql("""
                        select sku, sum(quantity) as quantity from purchase_order_receipt
                        where purchase_order_id = ? and order_line_no = 0 group by sku order by sku
                        """)
                .param(orderId)
                .query((row, n) -> new PurchaseOrderView.NotOrdered(
                        row.getString("sku"), row.getBigDecimal("quantity").stripTrailingZeros()))
                .list();
    }
}
