package io.tillstream.payment.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a payment's history.
 *
 * @param causedBy the subject of a token, {@code terminal}, or {@code resolver} when no answer was waited for any longer
 */
record PaymentStepView(
        Instant at,
        String status,
        @Nullable UUID refundId,
        @Nullable String reason,
        String causedBy) {
    static PaymentStepView of(PaymentStep step) {
        return new PaymentStepView(step.at(), step.status(), step.refundId(), step.reason(), step.causedBy());
    }
}
