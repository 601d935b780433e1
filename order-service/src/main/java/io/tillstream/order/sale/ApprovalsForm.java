package io.tillstream.order.sale;

import static io.tillstream.order.sale.FieldRules.AMOUNT_DECIMALS;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document may say about the people who stood behind it. Whether they were allowed to is found out afterwards. */
record ApprovalsForm(Findings findings, FieldRules rules) {

    private static final int MOST = 100;

    void check(@Nullable RungUpBy person, @Nullable List<GivenApproval> approvals) {
        if (person != null) {
            rules.code(person.id(), "/rungUpBy", "/id");
            rules.code(person.name(), "/rungUpBy", "/name");
        }
        if (approvals == null) {
            return;
        }
        if (approvals.size() > MOST) {
            findings.add("/approvals", "At most 100 approvals.");
            return;
        }
        for (int i = 0; i < approvals.size(); i++) {
            GivenApproval approval = approvals.get(i);
            String pointer = "/approvals/" + i;
            if (approval == null || approval.action() == null || approval.how() == null || approval.at() == null) {
                findings.add(pointer, "An approval says action, how and at.");
                continue;
            }
            rules.code(approval.approverId(), pointer, "/approverId");
            rules.code(approval.approverName(), pointer, "/approverName");
            checkSize(approval.difference(), pointer + "/difference");
            checkSize(approval.percent(), pointer + "/percent");
            Integer lineNo = approval.lineNo();
            if (lineNo != null && (lineNo < 1 || lineNo > Short.MAX_VALUE)) {
                findings.add(pointer + "/lineNo", "The number of a line, 1 or more.");
            }
        }
    }

    private void checkSize(@Nullable BigDecimal size, String pointer) {
        if (size != null && rules.decimal(size, AMOUNT_DECIMALS, pointer, "") && size.signum() < 0) {
            findings.add(pointer, "This is zero or more.");
        }
    }
}
