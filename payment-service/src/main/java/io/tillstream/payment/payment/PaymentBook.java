package io.tillstream.payment.payment;

import io.tillstream.payment.terminal.TerminalOperation;
import io.tillstream.platform.money.Money;
import io.tillstream.platform.web.Fingerprint;
import io.tillstream.platform.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is meant to happen, before it happens. Never waits for a terminal: its transactions are short. */
@Service
class PaymentBook {
    /**
     * What came of writing an intent down.
     *
     * @param fresh false when it was written down before
     * @param operation what the terminal is to do now; null when there is nothing to do
     */
    record Intent(boolean fresh, @Nullable TerminalOperation operation) {
        static final Intent SEEN_BEFORE = new Intent(false, null);
        static final Intent DONE = new Intent(true, null);
    }

    private final Payments payments;
    private final OpenOperations openOperations;
    private final PaymentEvents events;
    private final LostAnswerPolicy policy;
    private final Clock clock;

    PaymentBook(
            Payments payments,
            OpenOperations openOperations,
            PaymentEvents events,
            LostAnswerPolicy policy,
            Clock clock) {
        this.payments = payments;
        this.openOperations = openOperations;
        this.events = events;
        this.policy = policy;
        this.clock = clock;
    }

    @Transactional
    public Intent openPayment(UUID id, PaymentRequest request, String by) {
        Optional<Payment> stored = payments.findById(id);
        if (stored.isPresent()) {
            Fingerprint.mustMatch(stored.get().fingerprint(), request);
            return Intent.SEEN_BEFORE;
        }
        Instant now = clock.instant();
        Payment payment = payments.saveAndFlush(new Payment(id, request, Fingerprint.of(request), by, now));
        if (payment.type() == PaymentType.CASH) {
            payment.capture(null, null, by, now);
            events.captured(payment, now);
            return Intent.DONE;
        }
        return toTerminal(TerminalOperation.Kind.CHARGE, id, payment, request.amount(), now);
    }

    @Transactional
    public Intent openRefund(UUID paymentId, UUID refundId, RefundRequest request, String by) {
        Payment payment = locked(paymentId);
        Optional<Refund> stored = payment.refund(refundId);
        if (stored.isPresent()) {
            Fingerprint.mustMatch(stored.get().fingerprint(), request);
            return Intent.SEEN_BEFORE;
        }
        Instant now = clock.instant();
        payment.startRefund(refundId, request, Fingerprint.of(request), by, now);
        if (payment.type() == PaymentType.CASH) {
            payment.settleRefund(refundId, RefundStatus.REFUNDED, null, by, now);
            return Intent.DONE;
        }
        return toTerminal(TerminalOperation.Kind.REFUND, refundId, payment, request.amount(), now);
    }

    @Transactional
    public Intent openVoid(UUID paymentId, VoidRequest request, String by) {
        Payment payment = locked(paymentId);
        if (payment.status() == PaymentStatus.VOIDED || payment.status() == PaymentStatus.VOIDING) {
            return Intent.SEEN_BEFORE;
        }
        Instant now = clock.instant();
        payment.startVoid(request.reason(), by, now);
        if (payment.type() == PaymentType.CASH) {
            payment.voided(by, now);
            return Intent.DONE;
        }
        return toTerminal(TerminalOperation.Kind.VOID, paymentId, payment, payment.amount(), now);
    }

    private Intent toTerminal(TerminalOperation.Kind kind, UUID id, Payment payment, Money amount, Instant now) {
        TerminalOperation operation = new TerminalOperation(kind, id, payment.id(), payment.tillId(), amount);
        openOperations.add(operation, now, now.plus(policy.firstAskAfter()));
        return new Intent(true, operation);
    }

    private Payment locked(UUID paymentId) {
        return payments.findLocked(paymentId).orElseThrow(() -> new NotFound("payment " + paymentId));
    }
}
