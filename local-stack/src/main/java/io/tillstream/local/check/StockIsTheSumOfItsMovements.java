package io.tillstream.local.check;

import io.tillstream.local.Part;
import java.sql.SQLException;

final class StockIsTheSumOfItsMovements implements Invariant {

    private static final String LEVELS = """
            with moved as (
                select location_id, product_id, sum(quantity) as quantity from stock_movement group by location_id, product_id
            )
            select 'product ' || product_id || ' at ' || location_id || ': on hand ' || coalesce(level.on_hand, 0)
                   || ', movements sum to ' || coalesce(moved.quantity, 0)
            from stock_level level full join moved using (location_id, product_id)
            where coalesce(level.on_hand, 0) <> coalesce(moved.quantity, 0)
            """;

    private static final String DOCUMENTS = """
            with line as (
                select adjustment_id as source_id, line_no, 'STOCK_ADJUSTMENT' as source_type, product_id, quantity
                from stock_adjustment_line
                union all
                select receipt_id, line_no, 'GOODS_RECEIPT', product_id, quantity from goods_receipt_line
            )
            select coalesce(line.source_type, movement.source_type) || ' ' || source_id || ' line ' || line_no
                   || ': document ' || coalesce(line.quantity::text, 'none') || ', movement '
                   || coalesce(movement.quantity::text, 'none')
            from line full join (select * from stock_movement where source_type not in ('SALE', 'DAMAGED_RETURN')) movement
                 using (source_id, line_no)
            where line.quantity is distinct from movement.quantity
              and not exists (select from product_fact fact
                              where fact.product_id = line.product_id and not fact.stock_tracked)
            """;

    private static final String DAMAGED = """
            select 'damaged return ' || source_id || ' line ' || line_no || ': written off ' || -damaged.quantity
                   || ', came back ' || coalesce(returned.quantity::text, 'nothing')
            from (select * from stock_movement where source_type = 'DAMAGED_RETURN') damaged
            left join (select * from stock_movement where source_type = 'SALE') returned
                 using (source_id, line_no, product_id)
            where damaged.quantity is distinct from -returned.quantity
            """;

    @Override
    public String name() {
        return "stock-is-the-sum-of-its-movements";
    }

    @Override
    public String promise() {
        return "on hand = sum of movements; each adjustment and receipt line moved its stock once, damaged returns what came back";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return databases
                .verdict(Part.INVENTORY, "select count(*) from stock_level", LEVELS)
                .and(databases.verdict(
                        Part.INVENTORY,
                        "select (select count(*) from stock_adjustment_line) + (select count(*) from goods_receipt_line)",
                        DOCUMENTS))
                .and(databases.verdict(
                        Part.INVENTORY,
                        "select count(*) from stock_movement where source_type = 'DAMAGED_RETURN'",
                        DAMAGED));
    }
}
