package io.tillstream.order.approval.review;

import io.tillstream.order.approval.ApprovalBook;
import io.tillstream.order.approval.ApprovalCheck;
import io.tillstream.order.approval.ApprovalPolicies;
import io.tillstream.order.approval.Needed;
import io.tillstream.order.salereview.AnomalyKind;
import io.tillstream.order.salereview.SalesReviewed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads stored sales with the policy that held when they were rung up. What should have been approved and was not is an anomaly; the
 * sale stands. What was approved is entered in the book.
 */
@Component
class ApprovalReview {

    private static final String WRITE_DOWN = """
            insert into sale_anomaly (sale_id, line_no, kind, detail) values (?, ?, ?, ?)
            on conflict on constraint sale_anomaly_pk do nothing
            """;

    private final SalesToJudge sales;
    private final ApprovalPolicies policies;
    private final ApprovalCheck check;
    private final ApprovalBook book;
    private final JdbcClient jdbc;

    ApprovalReview(
            SalesToJudge sales, ApprovalPolicies policies, ApprovalCheck check, ApprovalBook book, JdbcClient jdbc) {
        this.sales = sales;
        this.policies = policies;
        this.check = check;
        this.book = book;
        this.jdbc = jdbc;
    }

    @EventListener
    void review(SalesReviewed reviewed) {
        for (SaleToJudge sale : sales.among(reviewed.sales())) {
            Map<Integer, String> missing = new LinkedHashMap<>();
            for (Needed needed : policies.at(sale.occurredAt(), sale.storeId()).needs(sale.deeds(), sale.roles())) {
                check.missing(needed, sale.approvals(), sale.done())
                        .ifPresent(words -> missing.merge(lineOf(needed), words, (one, other) -> one + " " + other));
            }
            missing.forEach((line, words) -> jdbc.sql(WRITE_DOWN)
                    .params(sale.id(), line, AnomalyKind.APPROVAL_MISSING.name(), words)
                    .update());
            book.enter(
                    new ApprovalBook.Holder(
                            sale.id(),
                            "SALE",
                            sale.storeId(),
                            sale.tillId(),
                            sale.currency(),
                            sale.cashier(),
                            sale.cashierName()),
                    sale.approvals());
        }
    }

    private static int lineOf(Needed needed) {
        Integer line = needed.deed().lineNo();
        return line == null ? 0 : line;
    }
}
