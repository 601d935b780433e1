package io.tillstream.inventory.stock;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes movements and their sum in one statement. A line that is already written moves nothing again, also when a bundle
 * is made of other things by then; goods whose stock is not tracked move nothing; stock may go below zero. What is sold or
 * comes back as a bundle moves by component.
 */
@Component
public class StockLedger {
    // levels are taken in one order by everybody (location, product), so that two writers cannot deadlock
    private static final String MOVE = """
            with recursive line as (
                select * from unnest(:sourceIds::uuid[], :lineNos::integer[], :sources::text[], :locations::text[],
                        :products::uuid[], :quantities::numeric[], :reasons::text[], :references::text[],
                        :occurredAts::timestamptz[], :recordedBys::text[])
                    as given (source_id, line_no, source_type, location_id, product_id, quantity, reason,
                        external_reference, occurred_at, recorded_by)
            ), part (source_id, source_type, line_no, product_id, quantity, bundle_id, depth) as (
                select distinct source_id, source_type, line_no, product_id, quantity, product_id, 0
                from line
                where source_type in ('SALE', 'DAMAGED_RETURN')
                  and exists (select from product_component made where made.product_id = line.product_id)
                union all
                select part.source_id, part.source_type, part.line_no, component.component_id, part.quantity * component.quantity,
                       part.bundle_id, part.depth + 1
                from part join product_component component on component.product_id = part.product_id
                where part.depth < :deepest
            ), goods as (
                select line.*, null::uuid as bundle_id
                from line where not exists (select from part where part.bundle_id = line.product_id)
                    or source_type not in ('SALE', 'DAMAGED_RETURN')
                union all
                select source_id, line_no, source_type, line.location_id, inside.product_id, inside.quantity,
                       line.reason, line.external_reference, line.occurred_at, line.recorded_by, inside.bundle_id
                from line join (
                    select source_id, source_type, line_no, product_id, bundle_id, round(sum(quantity), 3) as quantity
                    from part
                    where not exists (select from product_component made where made.product_id = part.product_id)
                    group by source_id, source_type, line_no, product_id, bundle_id) inside
                    using (source_id, source_type, line_no)
            ), moved as (
                insert into stock_movement (source_id, line_no, source_type, location_id, product_id, quantity, reason,
                        external_reference, occurred_at, recorded_by, bundle_id)
                select source_id, line_no, source_type, location_id, product_id, quantity, reason, external_reference,
                        occurred_at, recorded_by, bundle_id
                from goods
                where goods.quantity <> 0
                  and not exists (select from product_fact fact
                                  where fact.product_id = goods.product_id and not fact.stock_tracked)
                  and not exists (select from stock_movement known
                                  where known.source_id = goods.source_id and known.source_type = goods.source_type
                                    and known.line_no = goods.line_no)
                on conflict on constraint stock_movement_pk do nothing
                returning location_id, product_id, quantity
            )
            insert into stock_level as level (location_id, product_id, on_hand, updated_at)
            select location_id, product_id, sum(quantity), now()
            from moved
            group by location_id, product_id
            order by location_id, product_id
            on conflict on constraint stock_level_pk
                do update set on_hand = level.on_hand + excluded.on_hand, updated_at = excluded.updated_at
            """;

    /** Bundles of bundles go no deeper; catalog lets none contain itself, but its news may come in any order. */
    private static final int DEEPEST = 20;

    private final JdbcClient jdbc;

    StockLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Applies each movement once, however often it is given; call it inside the transaction that stores its cause. */
    public void move(List<StockMovement> movements) {
        if (movements.isEmpty()) {
            return;
        }
        jdbc.sql(MOVE)
                .param("deepest", DEEPEST)
                .param(
                        "sourceIds",
                        column(movements, movement -> movement.sourceId().toString()))
                .param(
                        "lineNos",
                        movements.stream().mapToInt(StockMovement::lineNo).toArray())
                .param(
                        "sources",
                        column(movements, movement -> movement.source().name()))
                .param("locations", column(movements, StockMovement::locationId))
                .param(
                        "products",
                        column(movements, movement -> movement.productId().toString()))
                .param(
                        "quantities",
                        column(movements, movement -> movement.quantity().toPlainString()))
                .param(
                        "reasons",
                        column(movements, movement -> movement.reason().name()))
                .param("references", column(movements, StockMovement::externalReference))
                .param(
                        "occurredAts",
                        column(movements, movement -> movement.occurredAt().toString()))
                .param("recordedBys", column(movements, StockMovement::recordedBy))
                .update();
    }

    private static String[] column(
            List<StockMovement> movements,
            Function<StockMovement, ? extends @org.jspecify.annotations.Nullable String> value) {
        String[] column = new String[movements.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(movements.get(i));
        }
        return column;
    }
}
