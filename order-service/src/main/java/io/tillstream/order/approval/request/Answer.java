package io.tillstream.order.approval.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/approval-requests/{id}/decision}.
 *
 * @param word for the person who asked
 */
record Answer(
        @NotNull Boolean approved,
        @Nullable @Size(max = 200) String word) {

    ApprovalRequest.State state() {
        return approved ? ApprovalRequest.State.APPROVED : ApprovalRequest.State.REFUSED;
    }
}
