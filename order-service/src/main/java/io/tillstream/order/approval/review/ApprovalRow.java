package io.tillstream.order.approval.review;

import io.tillstream.order.sale.ApprovalAction;
import io.tillstream.order.sale.GivenApproval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One approval in the list of a store. */
record ApprovalRow(
        UUID documentId,
        String documentKind,
        String storeId,
        String tillId,
        ApprovalAction action,
        @Nullable Integer lineNo,
        @Nullable BigDecimal difference,
        @Nullable BigDecimal percent,
        String currency,
        String cashier,
        String cashierName,
        String approver,
        String approverName,
        GivenApproval.How how,
        @Nullable UUID requestId,
        Instant givenAt) {}
