package io.tillstream.order.approval.review;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.sale.ApprovalAction;
import io.tillstream.order.sale.GivenApproval;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The approvals of a store, the latest first. */
@Component
class ApprovalList {

    private static final String LIST = """
            select * from approval
            where store_id = :store
              and (:from::timestamptz is null or given_at >= :from::timestamptz)
              and (:to::timestamptz is null or given_at < :to::timestamptz)
              and (:cashier::text is null or cashier = :cashier::text)
              and (:approver::text is null or approver = :approver::text)
              and (:lastAt::timestamptz is null
                   or (given_at, document_id, position) < (:lastAt::timestamptz, :lastDocument::uuid, :lastPosition::smallint))
            order by given_at desc, document_id desc, position desc limit :limit
            """;

    private final JdbcClient jdbc;

    ApprovalList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param from the first moment that counts
     * @param to the first moment that no longer counts
     */
    Page<ApprovalRow> page(
            String storeId,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String cashier,
            @Nullable String approver,
            @Nullable String cursor,
            int limit) {
        List<String> after = Cursor.decode(cursor, 3, key -> key);
        List<Positioned> rows = jdbc.sql(LIST)
                .param("store", storeId)
                .param("from", from == null ? null : Timestamp.from(from))
                .param("to", to == null ? null : Timestamp.from(to))
                .param("cashier", cashier)
                .param("approver", approver)
                .param("lastAt", after == null ? null : Timestamp.from(Instant.parse(after.get(0))))
                .param("lastDocument", after == null ? null : UUID.fromString(after.get(1)))
                .param("lastPosition", after == null ? null : Integer.valueOf(after.get(2)))
                .param("limit", limit + 1)
                .query((row, number) -> new Positioned(row(row), row.getInt("position")))
                .list();
        Page<Positioned> page = Page.of(
                rows,
                limit,
                last -> Cursor.encode(last.row().givenAt(), last.row().documentId(), last.position()));
        return new Page<>(page.items().stream().map(Positioned::row).toList(), page.nextCursor());
    }

    private static ApprovalRow row(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        BigDecimal difference = row.getBigDecimal("difference");
        BigDecimal percent = row.getBigDecimal("percent");
        return new ApprovalRow(
                row.getObject("document_id", UUID.class),
                row.getString("document_kind"),
                row.getString("store_id"),
                row.getString("till_id"),
                ApprovalAction.valueOf(row.getString("action")),
                row.getObject("line_no", Integer.class),
                difference == null ? null : Amounts.written(difference, currency),
                percent == null ? null : Amounts.quantity(percent),
                currency,
                row.getString("cashier"),
                row.getString("cashier_name"),
                row.getString("approver"),
                row.getString("approver_name"),
                GivenApproval.How.valueOf(row.getString("how")),
                row.getObject("request_id", UUID.class),
                row.getTimestamp("given_at").toInstant());
    }

    /** @param position among those of its document */
    private record Positioned(ApprovalRow row, int position) {}
}
