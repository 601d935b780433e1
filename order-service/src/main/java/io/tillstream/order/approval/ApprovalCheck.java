package io.tillstream.order.approval;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.sale.GivenApproval;
import io.tillstream.order.staff.StaffMember;
import io.tillstream.order.staff.StaffRoster;
import io.tillstream.platform.money.Money;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the approvals that a document brings are good for what was done. */
@Component
public class ApprovalCheck {

    private final StaffRoster staff;
    private final GivenRemotely remotely;

    ApprovalCheck(StaffRoster staff, GivenRemotely remotely) {
        this.staff = staff;
        this.remotely = remotely;
    }

    /** What is wrong, in words; nothing when one of the approvals holds. */
    public Optional<String> missing(Needed needed, List<GivenApproval> approvals, Done done) {
        List<GivenApproval> reaching =
                approvals.stream().filter(needed::isCoveredBy).toList();
        if (reaching.stream().anyMatch(approval -> holds(approval, needed, done))) {
            return Optional.empty();
        }
        String what = inWords(needed.deed(), done.currency());
        return Optional.of(
                reaching.isEmpty()
                        ? what + " needed an approval and has none that reaches so far."
                        : what + " was approved by " + reaching.getFirst().approverName()
                                + ", who may not approve it.");
    }

    private boolean holds(GivenApproval approval, Needed needed, Done done) {
        if (approval.approverId().equals(done.by())) {
            return false;
        }
        if (approval.how() == GivenApproval.How.REMOTE) {
            return remotely.confirms(approval, done.storeId());
        }
        return staff.find(approval.approverId(), done.storeId())
                .filter(approver -> wasThere(approver, approval))
                .filter(approver -> !Collections.disjoint(approver.roles(), needed.approvers()))
                .isPresent();
    }

    private static boolean wasThere(StaffMember approver, GivenApproval approval) {
        return approver.leftAt() == null || approver.leftAt().isAfter(approval.at());
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
                            case REFUND_IN_CASH -> "Cash back for what was not paid in cash";
                            case NO_SALE -> "Opening the drawer";
                            case PAY_OUT -> "A pay-out";
                            case CASH_DIFFERENCE -> "A cash difference";
                        },
                        size);
    }

    /**
     * Where it was done.
     *
     * @param by who stood at the till
     */
    public record Done(String by, String storeId, String currency) {}
}
