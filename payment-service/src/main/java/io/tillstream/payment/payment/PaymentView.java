package io.tillstream.payment.payment;

import io.tillstream.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the till sees it.
 *
 * @param reason why it was declined or voided
 * @param refunded what went back for certain
 * @param refunds all refunds, also those that are open or were refused
 */
record PaymentView(
        UUID id,
        PaymentType type,
        Money amount,
        String storeId,
        String tillId,
        @Nullable UUID saleId,
        PaymentStatus status,
        @Nullable String reason,
        @Nullable String authorizationCode,
        @Nullable String maskedCard,
        Instant requestedAt,
        Money refunded,
        List<RefundView> refunds) {

    /** A refund as the till sees it. */
    record RefundView(
            UUID id,
            UUID paymentId,
            Money amount,
            @Nullable UUID saleId,
            RefundStatus status,
            @Nullable String reason) {
        static RefundView of(Refund refund) {
            Payment payment = refund.payment();
            String currency = payment.amount().currency();
            return new RefundView(
                    refund.id(),
                    payment.id(),
                    new Money(refund.amount(), currency).rounded(),
                    refund.saleId(),
                    refund.status(),
                    refund.reason());
        }
    }

    static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.type(),
                payment.amount().rounded(),
                payment.storeId(),
                payment.tillId(),
                payment.saleId(),
                payment.status(),
                payment.reason(),
                payment.authorizationCode(),
                payment.maskedCard(),
                payment.requestedAt(),
                payment.refunded(RefundStatus.REFUNDED).rounded(),
                payment.refunds().stream().map(RefundView::of).toList());
    }
}
