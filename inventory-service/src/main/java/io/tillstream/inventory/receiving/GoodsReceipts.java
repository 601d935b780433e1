package io.tillstream.inventory.receiving;

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

/** The receipts that were booked. */
@Repository
class GoodsReceipts {
    private static final String ADD = """
            insert into goods_receipt (id, location_id, purchase_order_id, occurred_at, recorded_at, recorded_by, fingerprint)
            values (:id, :location, :purchaseOrder, :occurredAt, :recordedAt, :recordedBy, :fingerprint)
            on conflict on constraint goods_receipt_pk do nothing
            """;

    private static final String HEADS = """
            select receipt.id, location_id, purchase_order_id, occurred_at, recorded_at, recorded_by,
                   count(*) as rows, trim_scale(sum(quantity)) as units
            from goods_receipt receipt
            join goods_receipt_line line on line.receipt_id = receipt.id
            where location_id = :location
              and (:purchaseOrder::uuid is null or purchase_order_id = :purchaseOrder::uuid)
              and (:before::uuid is null or receipt.id < :before::uuid)
            group by receipt.id
            order by receipt.id desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final DocumentLines lines;

    GoodsReceipts(JdbcClient jdbc, DocumentLines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    /** False when the id is taken. */
    boolean add(GoodsReceipt receipt, byte[] fingerprint) {
        int added = jdbc.sql(ADD)
                .param("id", receipt.id())
                .param("location", receipt.locationId())
                .param("purchaseOrder", receipt.purchaseOrderId())
                .param("occurredAt", Timestamp.from(receipt.occurredAt()))
                .param("recordedAt", Timestamp.from(receipt.recordedAt()))
                .param("recordedBy", receipt.recordedBy())
                .param("fingerprint", fingerprint)
                .update();
        if (added == 1) {
            lines.add(Kind.GOODS_RECEIPT, receipt.id(), receipt.lines());
        }
        return added == 1;
    }

    byte[] fingerprint(UUID id) {
        return jdbc.sql("select fingerprint from goods_receipt where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    Optional<GoodsReceipt> find(UUID id) {
        return jdbc.sql("""
                        select id, location_id, purchase_order_id, occurred_at, recorded_at, recorded_by
                        from goods_receipt where id = :id""")
                .param("id", id)
                .query(StoredHead.class)
                .optional()
                .map(head -> head.with(lines.of(Kind.GOODS_RECEIPT, id)));
    }

    /** Newest first. */
    Page<Head> heads(String locationId, @Nullable UUID purchaseOrderId, @Nullable String cursor, int limit) {
        UUID before = Cursor.decode(cursor, 1, key -> UUID.fromString(key.getFirst()));
        List<Head> rows = jdbc.sql(HEADS)
                .param("location", locationId)
                .param("purchaseOrder", purchaseOrderId)
                .param("before", before)
                .param("limit", limit + 1)
                .query(new DataClassRowMapper<>(Head.class))
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.id()));
    }

    /** A receipt without its lines: how many there are, and the sum of their quantities. */
    record Head(
            UUID id,
            String locationId,
            @Nullable UUID purchaseOrderId,
            Instant occurredAt,
            Instant recordedAt,
            String recordedBy,
            long rows,
            BigDecimal units) {}

    private record StoredHead(
            UUID id,
            String locationId,
            @Nullable UUID purchaseOrderId,
            Instant occurredAt,
            Instant recordedAt,
            String recordedBy) {
        GoodsReceipt with(List<DocumentLine> lines) {
            return new GoodsReceipt(id, locationId, purchaseOrderId, occurredAt, lines, recordedAt, recordedBy);
        }
    }
}
