package io.tillstream.order.approval.review;

import io.tillstream.order.approval.ApprovalCheck;
import io.tillstream.order.approval.Deed;
import io.tillstream.order.approval.SaleDeeds;
import io.tillstream.order.sale.ApprovalAction;
import io.tillstream.order.sale.GivenApproval;
import io.tillstream.order.sale.SaleLine;
import io.tillstream.order.sale.SalePricing;
import io.tillstream.platform.security.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stored sale, as far as a policy may speak about it.
 *
 * @param cashier who stood at the till
 * @param roles of the cashier, as far as they are known; else those of a cashier
 * @param refundedInCash cash that went back for tenders that were no cash
 */
record SaleToJudge(
        UUID id,
        String storeId,
        String tillId,
        long receiptNumber,
        Instant occurredAt,
        String currency,
        BigDecimal total,
        String cashier,
        String cashierName,
        Set<Role> roles,
        @Nullable SalePricing pricing,
        List<GivenApproval> approvals,
        BigDecimal refundedInCash,
        List<SaleLine> lines) {

    SaleToJudge with(List<SaleLine> itsLines) {
        return new SaleToJudge(
                id,
                storeId,
                tillId,
                receiptNumber,
                occurredAt,
                currency,
                total,
                cashier,
                cashierName,
                roles,
                pricing,
                approvals,
                refundedInCash,
                itsLines);
    }

    ApprovalCheck.Done done() {
        return new ApprovalCheck.Done(cashier, storeId, currency);
    }

    List<Deed> deeds() {
        List<Deed> deeds = SaleDeeds.of(lines, pricing);
        if (refundedInCash.signum() == 0) {
            return deeds;
        }
        Deed inCash = new Deed(ApprovalAction.REFUND_IN_CASH, null, refundedInCash, refundedInCash, null);
        return Stream.concat(deeds.stream(), Stream.of(inCash)).toList();
    }
}
