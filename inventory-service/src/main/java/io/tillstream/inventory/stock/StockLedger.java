package io.tillstream.inventory.stock;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes movements and their sum in one statement. A movement that is already written moves nothing again; goods whose
 * stock is not tracked move nothing; stock may go below zero.
 */
@Component
public class StockLedger {
    // levels are taken in one order by everybody (location, product), so that two writers cannot deadlock
    private static final String MOVE = """
            with line as (
                select * from unnest(:sourceIds::uuid[], :lineNos::integer[], :sources::text[], :locations::text[],
                        :products::uuid[], :quantities::numeric[], :reasons::text[], :references::text[],
                        :occurredAts::timestamptz[], :recordedBys::text[])
                    as given (source_id, line_no, source_type, location_id, product_id, quantity, reason,
                        external_reference, occurred_at, recorded_by)
            ), moved as (
                insert into stock_movement (source_id, line_no, source_type, location_id, product_id, quantity, reason,
                        external_reference, occurred_at, recorded_by)
                select source_id, line_no, source_type, location_id, product_id, quantity, reason,
                        external_reference, occurred_at, recorded_by
                from line
                where quantity <> 0
                  and not exists (select from product_fact fact
                                  where fact.product_id = line.product_id and not fact.stock_tracked)
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
