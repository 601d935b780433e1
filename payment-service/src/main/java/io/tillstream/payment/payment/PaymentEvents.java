package io.tillstream.payment.payment;

import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import io.tillstream.platform.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the suite how a payment ended, in the transaction that records it. */
@Component
class PaymentEvents {
    static final String TOPIC = "pos.payment.payment";
    static final String CAPTURED = "payment.payment-captured.v1";
    static final String DECLINED = "payment.payment-declined.v1";

    record PaymentCaptured(
            UUID id,
            PaymentType type,
            Money amount,
            String storeId,
            String tillId,
            @Nullable UUID saleId,
            @Nullable String authorizationCode,
            @Nullable String maskedCard,
            Instant capturedAt) {}

    record PaymentDeclined(
            UUID id,
            PaymentType type,
            Money amount,
            String storeId,
            String tillId,
            @Nullable UUID saleId,
            @Nullable String reason,
            Instant declinedAt) {}

    private final Outbox outbox;

    PaymentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void captured(Payment payment, Instant at) {
        append(
                payment,
                CAPTURED,
                at,
                new PaymentCaptured(
                        payment.id(),
                        payment.type(),
                        payment.amount().rounded(),
                        payment.storeId(),
                        payment.tillId(),
                        payment.saleId(),
                        payment.authorizationCode(),
                        payment.maskedCard(),
                        at));
    }

    void declined(Payment payment, Instant at) {
        append(
                payment,
                DECLINED,
                at,
                new PaymentDeclined(
                        payment.id(),
                        payment.type(),
                        payment.amount().rounded(),
                        payment.storeId(),
                        payment.tillId(),
                        payment.saleId(),
                        payment.reason(),
                        at));
    }

    private void append(Payment payment, String type, Instant at, Object body) {
        int version = payment.steps().size();
        outbox.append(OutgoingEvent.of(TOPIC, payment.id().toString(), type, version, at, body));
    }
}
