package io.tillstream.order.approval.review;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ApprovalReviewController {

    private final ApprovalList list;
    private final Rehearsals rehearsals;

    ApprovalReviewController(ApprovalList list, Rehearsals rehearsals) {
        this.list = list;
        this.rehearsals = rehearsals;
    }

    /** What was approved in a store, the latest first; {@code to} is the first moment that no longer counts. */
    @GetMapping("/api/approvals")
    Page<ApprovalRow> approvals(
            @RequestParam String storeId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cashier,
            @RequestParam(required = false) @Nullable String approver,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        if (!caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
        return list.page(storeId, from, to, cashier, approver, cursor, Page.limit(limit));
    }

    /** What these terms would have asked for in the sales of a store. Nothing is kept. */
    @PostMapping("/api/approval-policies/rehearsals")
    Rehearsal rehearse(@Valid @RequestBody Rehearsal.Request request, Caller caller) {
        return rehearsals.of(request, caller);
    }
}
