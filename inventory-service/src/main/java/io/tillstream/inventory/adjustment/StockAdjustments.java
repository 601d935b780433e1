package io.tillstream.inventory.adjustment;

import io.tillstream.inventory.stock.DocumentLine;
import io.tillstream.inventory.stock.DocumentLines;
import io.tillstream.inventory.stock.DocumentLines.Kind;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The adjustments that were booked. */
@Repository
class StockAdjustments {
    private static final String ADD = """
            insert into stock_adjustment (id, location_id, reason, occurred_at, external_reference, note, recorded_at,
                    recorded_by, fingerprint)
            values (:id, :location, :reason, :occurredAt, :reference, :note, :recordedAt, :recordedBy, :fingerprint)
            on conflict on constraint stock_adjustment_pk do nothing
            """;

    private static final String HEADS = """
            select adjustment.id, location_id, reason, occurred_at, external_reference, note, recorded_at, recorded_by,
                   count(*) as rows, trim_scale(sum(quantity)) as units
            from stock_adjustment adjustment
            join stock_adjustment_line line on line.adjustment_id = adjustment.id
            where location_id = :location
              and (:reference::text is null or external_reference = :reference::text)
              and (:before::uuid is null or adjustment.id < :before::uuid)
            group by adjustment.id
            order by adjustment.id desc
            limit :limit
            """;

    private static final String TOTALS = """
            select count(distinct coalesce(external_reference, adjustment.id::text)) as documents, count(line_no) as rows,
                   trim_scale(coalesce(sum(quantity), 0)) as units,
                   coalesce(array_agg(distinct sku) filter (where sku is not null), '{}') as skus
            from stock_adjustment adjustment
            join stock_adjustment_line line on line.adjustment_id = adjustment.id
            where location_id = :location and (:reason::text is null or reason = :reason::text)
            """;

    private final JdbcClient jdbc;
    private final DocumentLines lines;

    StockAdjustments(JdbcClient jdbc, DocumentLines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    /** False when the id is taken. */
    boolean add(StockAdjustment adjustment, byte[] fingerprint) {
        int added = jdbc.sql(ADD)
                .param("id", adjustment.id())
                .param("location", adjustment.locationId())
                .param("reason", adjustment.reason().name())
                .param("occurredAt", Timestamp.from(adjustment.occurredAt()))
                .param("reference", adjustment.externalReference())
                .param("note", adjustment.note())
                .param("recordedAt", Timestamp.from(adjustment.recordedAt()))
                .param("recordedBy", adjustment.recordedBy())
                .param("fingerprint", fingerprint)
                .update();
        if (added == 1) {
            lines.add(Kind.STOCK_ADJUSTMENT, adjustment.id(), adjustment.lines());
        }
        return added == 1;
    }

    byte[] fingerprint(UUID id) {
        return jdbc.sql("select fingerprint from stock_adjustment where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    Optional<StockAdjustment> find(UUID id) {
        return jdbc.sql("""
                        select id, location_id, reason, occurred_at, external_reference, note, recorded_at, recorded_by
                        from stock_adjustment where id = :id""")
                .param("id", id)
                .query(StoredHead.class)
                .optional()
                .map(head -> head.with(lines.of(Kind.STOCK_ADJUSTMENT, id)));
    }

    /** Newest first. */
    Page<Head> heads(String locationId, @Nullable String externalReference, @Nullable String cursor, int limit) {
        UUID before = Cursor.decode(cursor, 1, key -> UUID.fromString(key.getFirst()));
        List<Head> rows = jdbc.sql(HEADS)
                .param("location", locationId)
                .param("reference", externalReference)
                .param("before", before)
                .param("limit", limit + 1)
                .query(new DataClassRowMapper<>(Head.class))
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.id()));
    }

    Totals totals(String locationId, StockAdjustment.@Nullable Reason reason) {
        return jdbc.sql(TOTALS)
                .param("location", locationId)
                .param("reason", reason == null ? null : reason.name())
                .query((row, number) -> new Totals(
                        row.getLong("documents"), row.getLong("rows"), row.getBigDecimal("units"), List.of((String[])
                                row.getArray("skus").getArray())))
                .single();
    }

    /** An adjustment without its lines: how many there are, and the sum of their quantities. */
    record Head(
            UUID id,
            String locationId,
            StockAdjustment.Reason reason,
            Instant occurredAt,
            @Nullable String externalReference,
            @Nullable String note,
            Instant recordedAt,
            String recordedBy,
            long rows,
            BigDecimal units) {}

    /**
     * What the adjustments of a location add up to.
     *
     * @param documents distinct external references; an adjustment without one counts by itself
     * @param skus distinct, sorted
     */
    record Totals(long documents, long rows, BigDecimal units, List<String> skus) {}

    private record StoredHead(
            UUID id,
            String locationId,
            StockAdjustment.Reason reason,
            Instant occurredAt,
            @Nullable String externalReference,
            @Nullable String note,
            Instant recordedAt,
            String recordedBy) {
        StockAdjustment with(List<DocumentLine> lines) {
            return new StockAdjustment(
                    id, locationId, reason, occurredAt, externalReference, note, lines, recordedAt, recordedBy);
        }
    }
}
