package io.tillstream.local.check;

import io.tillstream.local.Part;
import io.tillstream.local.check.SideBySide.Side;
import java.sql.SQLException;

final class PurchaseOrdersReachSuppliers implements Invariant {

    @Override
    public String name() {
        return "purchase-orders-reach-suppliers";
    }

    @Override
    public String promise() {
        return "purchasing holds each placed order once, line by line, and both know whether the supplier was sent it";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        Side ordered = new Side("order", Part.ORDER, """
                        select (purchase_order_id || '/' || lpad(line_no::text, 10, '0')) collate "C",
                               sku || ', ' || trim_scale(quantity) || ' at ' || trim_scale(unit_cost)
                        from purchase_order_line join purchase_order on id = purchase_order_id
                        where placed_at is not null order by 1""");
        Side received = new Side("purchasing", Part.PURCHASING, """
                        select (supplier_order_id || '/' || lpad(line_no::text, 10, '0')) collate "C",
                               sku || ', ' || trim_scale(quantity) || ' at ' || trim_scale(unit_cost)
                        from supplier_order_line order by 1""");
        Side believed = new Side("order", Part.ORDER, """
                        select id::text collate "C", case when sent_at is null then 'not sent' else 'sent' end
                        from purchase_order where placed_at is not null order by 1""");
        Side sent = new Side("purchasing", Part.PURCHASING, """
                        select id::text collate "C", case when sent_at is null then 'not sent' else 'sent' end
                        from supplier_order order by 1""");
        return new SideBySide(ordered, received)
                .compare(databases)
                .and(new SideBySide(believed, sent).compare(databases));
    }
}
