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
 * @param depositBack of a deposit that is given back, which is judged like a return with a receipt
 * @param lines what is sold, or what is set aside with the document
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
        BigDecimal depositBack,
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
                depositBack,
                itsLines);
    }

    ApprovalCheck.Done done() {
        return new ApprovalCheck.Done(cashier, storeId, currency);
    }

    List<Deed> deeds() {
        return Stream.concat(
                        SaleDeeds.of(lines, pricing).stream(),
                        Stream.concat(
                                ofMoney(ApprovalAction.RETURN, depositBack),
                                ofMoney(ApprovalAction.REFUND_IN_CASH, refundedInCash)))
                .toList();
    }

    private static Stream<Deed> ofMoney(ApprovalAction action, BigDecimal amount) {
        return amount.signum() == 0 ? Stream.empty() : Stream.of(new Deed(action, null, amount, amount, null));
    }
}
