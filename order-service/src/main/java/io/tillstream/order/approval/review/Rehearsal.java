package io.tillstream.order.approval.review;

import io.tillstream.order.approval.ApprovalTerms;
import io.tillstream.order.approval.Deed;
import io.tillstream.order.sale.ApprovalAction;
import io.tillstream.platform.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a policy would have asked for in sales that are past.
 *
 * @param approvals how many, of whatever sales record: drawers opened or cash paid out are not among it
 * @param sales how many sales they stand in
 * @param items the latest of those sales, at most 200
 */
record Rehearsal(
        long approvals, long sales, List<ByCashier> byCashier, List<ByAction> byAction, List<RehearsedSale> items) {

    /** Body of {@code POST /api/approval-policies/rehearsals}; trading days, both included. */
    record Request(
            @NotBlank String storeId,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull @Valid ApprovalTerms terms) {}

    /** The most first. */
    record ByCashier(String cashier, String cashierName, long approvals) {}

    /** The most first. */
    record ByAction(ApprovalAction action, long approvals) {}

    record RehearsedSale(
            UUID saleId,
            String tillId,
            long receiptNumber,
            Instant occurredAt,
            String currency,
            BigDecimal total,
            String cashier,
            String cashierName,
            List<RehearsedNeed> needed) {}

    record RehearsedNeed(Deed deed, Set<Role> approvers) {}
}
