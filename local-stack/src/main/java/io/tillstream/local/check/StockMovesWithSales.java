package io.tillstream.local.check;

import io.tillstream.local.Part;
import io.tillstream.local.check.SideBySide.Side;
import java.sql.SQLException;
import java.util.Set;

final class StockMovesWithSales implements Invariant {

    private static final String SOLD = """
            select (sale_id || '/' || lpad(line_no::text, 6, '0')) collate "C",
                   product_id || ' ' || trim_scale(-quantity) || ' at ' || store_id
            from sale_line join sale on sale.id = sale_id
            where product_id is not null and product_id not in (:untracked)
            order by 1
            """;

    private static final String MOVED = """
            select (source_id || '/' || lpad(line_no::text, 6, '0')) collate "C",
                   product_id || ' ' || trim_scale(quantity) || ' at ' || location_id
            from stock_movement where source_type = 'SALE' and bundle_id is null and product_id not in (:untracked)
            order by 1
            """;

    private static final String UNTRACKED = """
            select product_id::text from product_fact where not stock_tracked
            union select product_id::text from product_component
            union select bundle_id::text from stock_movement where bundle_id is not null
            """;

    @Override
    public String name() {
        return "stock-moves-with-sales";
    }

    @Override
    public String promise() {
        return "each sold or returned line of tracked goods moved its stock once, and nothing else did";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        String untracked = listed(databases.texts(Part.INVENTORY, UNTRACKED));
        return new SideBySide(
                        new Side("order", Part.ORDER, SOLD.replace(":untracked", untracked)),
                        new Side("inventory", Part.INVENTORY, MOVED.replace(":untracked", untracked)))
                .compare(databases);
    }

    private static String listed(Set<String> ids) {
        return ids.isEmpty() ? "select null::uuid where false" : "'" + String.join("','", ids) + "'";
    }
}
