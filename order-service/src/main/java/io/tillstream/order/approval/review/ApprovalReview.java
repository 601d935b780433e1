package io.tillstream.order.approval.review;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.approval.ApprovalBook;
import io.tillstream.order.approval.ApprovalPolicies;
import io.tillstream.order.approval.Deed;
import io.tillstream.order.approval.Needed;
import io.tillstream.order.sale.GivenApproval;
import io.tillstream.order.salereview.AnomalyKind;
import io.tillstream.order.salereview.SalesReviewed;
import io.tillstream.order.staff.StaffMember;
import io.tillstream.order.staff.StaffRoster;
import io.tillstream.platform.money.Money;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final StaffRoster staff;
    private final GivenRemotely remotely;
    private final ApprovalBook book;
    private final JdbcClient jdbc;

    ApprovalReview(
            SalesToJudge sales,
            ApprovalPolicies policies,
            StaffRoster staff,
            GivenRemotely remotely,
            ApprovalBook book,
            JdbcClient jdbc) {
        this.sales = sales;
        this.policies = policies;
        this.staff = staff;
        this.remotely = remotely;
        this.book = book;
        this.jdbc = jdbc;
    }

    @EventListener
    void review(SalesReviewed reviewed) {
        for (SaleToJudge sale : sales.among(reviewed.sales())) {
            Map<Integer, String> missing = new LinkedHashMap<>();
            for (Needed needed : policies.at(sale.occurredAt(), sale.storeId()).needs(sale.deeds(), sale.roles())) {
                why(needed, sale)
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

    /** What is wrong, in words; nothing when one of the approvals holds. */
    private Optional<String> why(Needed needed, SaleToJudge sale) {
        List<GivenApproval> reaching =
                sale.approvals().stream().filter(needed::isCoveredBy).toList();
        if (reaching.stream().anyMatch(approval -> holds(approval, needed, sale))) {
            return Optional.empty();
        }
        String what = inWords(needed.deed(), sale.currency());
        return Optional.of(
                reaching.isEmpty()
                        ? what + " needed an approval and has none that reaches so far."
                        : what + " was approved by " + reaching.getFirst().approverName()
                                + ", who may not approve it.");
    }

    private boolean holds(GivenApproval approval, Needed needed, SaleToJudge sale) {
        if (approval.approverId().equals(sale.cashier())) {
            return false;
        }
        if (approval.how() == GivenApproval.How.REMOTE) {
            return remotely.confirms(approval, sale.storeId());
        }
        return staff.find(approval.approverId(), sale.storeId())
                .filter(approver -> wasThere(approver, approval))
                .filter(approver -> !Collections.disjoint(approver.roles(), needed.approvers()))
                .isPresent();
    }

    private static boolean wasThere(StaffMember approver, GivenApproval approval) {
        return approver.leftAt() == null || approver.leftAt().isAfter(approval.at());
    }

    private static int lineOf(Needed needed) {
        Integer line = needed.deed().lineNo();
        return line == null ? 0 : line;
    }

    private static String inWords(Deed deed, String currency) {
        String amount = deed.amount()
                .setScale(Money.decimalsOf(currency), RoundingMode.HALF_UP)
                .toPlainString();
        String size = deed.percent() == null
                ? amount
                : Amounts.quantity(deed.percent()).toPlainString() + " %, " + amount;
        return "%s (%s)"
                .formatted(
                        switch (deed.action()) {
                            case LINE_DISCOUNT -> "A discount on the line";
                            case BASKET_DISCOUNT -> "A discount on the basket";
                            case PRICE_OVERRIDE -> "Another price than the list's";
                            case OPEN_ITEM -> "An open item";
                            case VOID_AFTER_TENDER -> "A void after money was taken";
                            case RETURN -> "A return";
                            case RETURN_WITHOUT_RECEIPT -> "A return without receipt";
                            case NO_SALE -> "Opening the drawer";
                            case PAY_OUT -> "A pay-out";
                            case CASH_DIFFERENCE -> "A cash difference";
                        },
                        size);
    }
}
