package io.tillstream.inventory.stock;

import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads levels and the movements behind them. */
@Component
class StockReport {
    private static final String LEVELS = """
            select level.location_id, level.product_id, fact.sku, fact.name, trim_scale(level.on_hand) as on_hand,
                   trim_scale(level.reserved) as reserved,
                   trim_scale(level.on_hand - level.reserved) as available, level.updated_at
            from stock_level level
            left join product_fact fact using (product_id)
            where level.location_id = :location
              and (:product::uuid is null or level.product_id = :product::uuid)
              and (:sku::text is null or lower(fact.sku) = lower(:sku::text))
              and (not :belowZero or level.on_hand < 0)
              and (coalesce(fact.sku, ''), level.product_id) > (:afterSku, :afterProduct::uuid)
            order by coalesce(fact.sku, ''), level.product_id
            limit :limit
            """;

    private static final String MOVEMENTS = """
            select id, location_id, product_id, trim_scale(quantity) as quantity, reason, source_type, source_id, line_no, external_reference,
                   occurred_at, recorded_at, recorded_by as by
            from stock_movement
            where location_id = :location
              and (:product::uuid is null or product_id = :product::uuid)
              and (:source::uuid is null or source_id = :source::uuid)
              and id < :before
            order by id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    StockReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<StockLevel> levels(LevelFilter filter, @Nullable String cursor, int limit) {
        After found = Cursor.decode(cursor, 2, After::of);
        After after = found == null ? After.FIRST : found;
        List<StockLevel> rows = jdbc.sql(LEVELS)
                .param("location", filter.locationId())
                .param("product", filter.productId())
                .param("sku", filter.sku())
                .param("belowZero", filter.belowZero())
                .param("afterSku", after.sku())
                .param("afterProduct", after.productId())
                .param("limit", limit + 1)
                .query(new DataClassRowMapper<>(StockLevel.class))
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.productId(), last.sku() == null ? "" : last.sku()));
    }

    /** Newest first. */
    Page<RecordedMovement> movements(
            String locationId, @Nullable UUID productId, @Nullable UUID sourceId, @Nullable String cursor, int limit) {
        Long before = Cursor.decode(cursor, 1, key -> Long.valueOf(key.getFirst()));
        List<RecordedMovement> rows = jdbc.sql(MOVEMENTS)
                .param("location", locationId)
                .param("product", productId)
                .param("source", sourceId)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit + 1)
                .query(new DataClassRowMapper<>(RecordedMovement.class))
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.id()));
    }

    /** @param belowZero only what was sold without being there: what somebody has to look into */
    record LevelFilter(
            String locationId,
            @Nullable UUID productId,
            @Nullable String sku,
            boolean belowZero) {}

    private record After(String sku, UUID productId) {
        static final After FIRST = new After("", new UUID(0, 0));

        static After of(List<String> key) {
            return new After(key.getLast(), UUID.fromString(key.getFirst()));
        }
    }
}
