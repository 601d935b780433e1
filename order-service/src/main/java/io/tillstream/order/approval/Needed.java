package io.tillstream.order.approval;

import io.tillstream.order.sale.GivenApproval;
import io.tillstream.platform.security.Role;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What needs an approval that the person at the till does not have.
 *
 * @param approvers who has one of these roles may give it; empty: the rules leave it to nobody
 * @param byAmount whether one of the rules it breaks counts money
 */
public record Needed(Deed deed, Set<Role> approvers, boolean byAmount) {

    /** Whether an approval reaches as far: for the same thing, and up to its size. Who gave it is not asked here. */
    public boolean isCoveredBy(GivenApproval approval) {
        boolean same = approval.action() == deed.action()
                && (approval.lineNo() == null || approval.lineNo().equals(deed.lineNo()));
        boolean asShare = !byAmount && reaches(deed.percent(), approval.percent());
        return same && (asShare || reaches(deed.amount(), approval.difference()));
    }

    private static boolean reaches(@Nullable BigDecimal size, @Nullable BigDecimal approved) {
        return size != null && approved != null && size.compareTo(approved) <= 0;
    }
}
