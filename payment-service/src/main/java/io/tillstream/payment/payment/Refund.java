package io.tillstream.payment.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money of a payment that goes back to the customer. */
@Entity
@Table(name = "refund")
class Refund {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "payment_id")
    private Payment payment;

    private BigDecimal amount;

    @Enumerated(EnumType.STRING)
    private RefundStatus status;

    @Column(name = "sale_id")
    private @Nullable UUID saleId;

    private @Nullable String reason;
    private byte[] fingerprint;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Refund() {}

    Refund(
            UUID id,
            Payment payment,
            RefundRequest request,
            byte[] fingerprint,
            String requestedBy,
            Instant requestedAt) {
        this.id = id;
        this.payment = payment;
        this.amount = request.amount().amount();
        this.saleId = request.saleId();
        this.status = RefundStatus.PENDING;
        this.fingerprint = fingerprint;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    void settle(RefundStatus status, @Nullable String reason) {
        this.status = status;
        this.reason = reason;
    }

    UUID id() {
        return id;
    }

    Payment payment() {
        return payment;
    }

    BigDecimal amount() {
        return amount;
    }

    @Nullable
    UUID saleId() {
        return saleId;
    }

    RefundStatus status() {
        return status;
    }

    @Nullable
    String reason() {
        return reason;
    }

    byte[] fingerprint() {
        return fingerprint;
    }
}
