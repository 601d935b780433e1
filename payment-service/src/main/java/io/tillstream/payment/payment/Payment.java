package io.tillstream.payment.payment;

import io.tillstream.platform.money.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Money taken from a customer once, and what went back of it. Every change of state leaves a {@link PaymentStep}. */
@Entity
@Table(name = "payment")
class Payment {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private PaymentType type;

    private BigDecimal amount;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    @Column(name = "store_id")
    private String storeId;

    @Column(name = "till_id")
    private String tillId;

    @Column(name = "sale_id")
    private @Nullable UUID saleId;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    private @Nullable String reason;

    @Column(name = "authorization_code")
    private @Nullable String authorizationCode;

    @Column(name = "masked_card")
    private @Nullable String maskedCard;

    private byte[] fingerprint;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Version
    private @Nullable Long version;

    @OneToMany(mappedBy = "payment", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Refund> refunds = new ArrayList<>();

    @OneToMany(mappedBy = "payment", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<PaymentStep> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Payment() {}

    Payment(UUID id, PaymentRequest request, byte[] fingerprint, String requestedBy, Instant requestedAt) {
        this.id = id;
        this.type = request.type();
        this.amount = request.amount().amount();
        this.currency = request.amount().currency();
        this.storeId = request.storeId();
        this.tillId = request.tillId();
        this.saleId = request.saleId();
        this.status = PaymentStatus.PENDING;
        this.fingerprint = fingerprint;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
        step(null, status.name(), null, requestedBy, requestedAt);
    }

    void capture(@Nullable String authorizationCode, @Nullable String maskedCard, String by, Instant at) {
        this.authorizationCode = authorizationCode;
        this.maskedCard = maskedCard;
        become(PaymentStatus.CAPTURED, null, by, at);
    }

    void decline(String reason, String by, Instant at) {
        become(PaymentStatus.DECLINED, reason, by, at);
    }

    /** @throws PaymentNotCaptured when there is nothing to take back; {@link PaymentHasRefunds} when a part went back */
    void startVoid(String reason, String by, Instant at) {
        mustBeCaptured();
        if (refunds.stream().anyMatch(refund -> refund.status() != RefundStatus.REFUSED)) {
            throw new PaymentHasRefunds(id);
        }
        become(PaymentStatus.VOIDING, reason, by, at);
    }

    /** The terminal took the money after it had been given up: it goes back at once. */
    void undoLateCharge(String by, Instant at) {
        become(PaymentStatus.VOIDING, "approved-after-decline", by, at);
    }

    void voided(String by, Instant at) {
        become(PaymentStatus.VOIDED, reason, by, at);
    }

    void voidRefused(String reason, String by, Instant at) {
        become(PaymentStatus.CAPTURED, "void-refused: " + reason, by, at);
    }

    /** @throws RefundExceedsPayment when more would go back than was taken, counting refunds whose outcome is open */
    Refund startRefund(UUID refundId, RefundRequest request, byte[] fingerprint, String by, Instant at) {
        mustBeCaptured();
        Money asked = request.amount();
        if (!asked.currency().equals(currency)) {
            throw new CurrencyDiffers(currency);
        }
        Money refundable = amount().minus(refunded(RefundStatus.REFUNDED)).minus(refunded(RefundStatus.PENDING));
        if (asked.amount().compareTo(refundable.amount()) > 0) {
            throw new RefundExceedsPayment(refundable);
        }
        Refund refund = new Refund(refundId, this, request, fingerprint, by, at);
        refunds.add(refund);
        step(refundId, refund.status().name(), null, by, at);
        return refund;
    }

    void settleRefund(UUID refundId, RefundStatus outcome, @Nullable String reason, String by, Instant at) {
        refund(refundId).orElseThrow().settle(outcome, reason);
        step(refundId, outcome.name(), reason, by, at);
    }

    Optional<Refund> refund(UUID refundId) {
        return refunds.stream().filter(refund -> refund.id().equals(refundId)).findFirst();
    }

    Money refunded(RefundStatus status) {
        return refunds.stream()
                .filter(refund -> refund.status() == status)
                .map(refund -> new Money(refund.amount(), currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    private void mustBeCaptured() {
        if (status != PaymentStatus.CAPTURED) {
            throw new PaymentNotCaptured(id, status);
        }
    }

    private void become(PaymentStatus status, @Nullable String reason, String by, Instant at) {
        this.status = status;
        this.reason = reason;
        step(null, status.name(), reason, by, at);
    }

    private void step(@Nullable UUID refundId, String status, @Nullable String reason, String by, Instant at) {
        steps.add(new PaymentStep(this, refundId, status, reason, by, at));
    }

    UUID id() {
        return id;
    }

    PaymentType type() {
        return type;
    }

    Money amount() {
        return new Money(amount, currency);
    }

    String storeId() {
        return storeId;
    }

    String tillId() {
        return tillId;
    }

    @Nullable
    UUID saleId() {
        return saleId;
    }

    PaymentStatus status() {
        return status;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    String authorizationCode() {
        return authorizationCode;
    }

    @Nullable
    String maskedCard() {
        return maskedCard;
    }

    byte[] fingerprint() {
        return fingerprint;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    List<Refund> refunds() {
        return List.copyOf(refunds);
    }

    List<PaymentStep> steps() {
        return List.copyOf(steps);
    }
}
