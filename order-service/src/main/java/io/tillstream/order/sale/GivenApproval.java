package io.tillstream.order.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody approved what another person did at a till, as the document says it that holds it.
 *
 * @param lineNo of what stands in one line
 * @param requestId of what was asked for and approved from elsewhere; null: by PIN at the till
 * @param difference up to which amount, in the document's currency
 * @param percent up to which share, where one was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GivenApproval(
        @NotNull ApprovalAction action,
        @Nullable Integer lineNo,
        @NotBlank @Size(max = 100) String approverId,
        @NotBlank @Size(max = 100) String approverName,
        @NotNull How how,
        @NotNull Instant at,
        @Nullable UUID requestId,
        @Nullable BigDecimal difference,
        @Nullable BigDecimal percent) {

    /** By PIN on the till itself, or from the approver's own session. */
    public enum How {
        PIN,
        REMOTE
    }
}
