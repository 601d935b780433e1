package io.tillstream.order.approval;

import io.tillstream.order.sale.GivenApproval;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who approved what for whom. Whatever document holds approvals enters them here, in the transaction that stores it. */
@Repository
public class ApprovalBook {

    private static final String ENTER = """
            insert into approval (document_id, position, document_kind, store_id, till_id, action, line_no, difference, percent,
                                  currency, cashier, cashier_name, approver, approver_name, how, request_id, given_at, recorded_at)
            values (:document, :position, :kind, :store, :till, :action, :lineNo, :difference, :percent, :currency, :cashier,
                    :cashierName, :approver, :approverName, :how, :request, :at, :now)
            on conflict on constraint approval_pk do nothing
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovalBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Enters them once, however often the document comes. */
    public void enter(Holder holder, List<GivenApproval> approvals) {
        for (int position = 0; position < approvals.size(); position++) {
            GivenApproval approval = approvals.get(position);
            jdbc.sql(ENTER)
                    .param("document", holder.documentId())
                    .param("position", position)
                    .param("kind", holder.kind())
                    .param("store", holder.storeId())
                    .param("till", holder.tillId())
                    .param("action", approval.action().name())
                    .param("lineNo", approval.lineNo())
                    .param("difference", approval.difference())
                    .param("percent", approval.percent())
                    .param("currency", holder.currency())
                    .param("cashier", holder.cashier())
                    .param("cashierName", holder.cashierName())
                    .param("approver", approval.approverId())
                    .param("approverName", approval.approverName())
                    .param("how", approval.how().name())
                    .param("request", approval.requestId())
                    .param("at", Timestamp.from(approval.at()))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /**
     * The document that says it, and who did what was approved.
     *
     * @param kind a word of the glossary, like {@code SALE}
     */
    public record Holder(
            UUID documentId,
            String kind,
            String storeId,
            String tillId,
            String currency,
            String cashier,
            String cashierName) {}
}
