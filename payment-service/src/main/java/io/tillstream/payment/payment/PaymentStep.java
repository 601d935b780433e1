package io.tillstream.payment.payment;

import io.tillstream.platform.id.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One line of a payment's history; never changed. */
@Entity
@Immutable
@Table(name = "payment_step")
class PaymentStep {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "payment_id")
    private Payment payment;

    @Column(name = "refund_id")
    private @Nullable UUID refundId;

    private String status;
    private @Nullable String reason;

    @Column(name = "caused_by")
    private String causedBy;

    private Instant at;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected PaymentStep() {}

    PaymentStep(
            Payment payment,
            @Nullable UUID refundId,
            String status,
            @Nullable String reason,
            String causedBy,
            Instant at) {
        this.id = UuidV7.at(at);
        this.payment = payment;
        this.refundId = refundId;
        this.status = status;
        this.reason = reason;
        this.causedBy = causedBy;
        this.at = at;
    }

    UUID id() {
        return id;
    }

    Payment payment() {
        return payment;
    }

    @Nullable
    UUID refundId() {
        return refundId;
    }

    String status() {
        return status;
    }

    @Nullable
    String reason() {
        return reason;
    }

    String causedBy() {
        return causedBy;
    }

    Instant at() {
        return at;
    }
}
