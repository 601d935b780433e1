package io.tillstream.payment.payment;

import io.tillstream.payment.terminal.TerminalAnswer;
import io.tillstream.payment.terminal.TerminalOperation;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records how an operation ended: once, whoever hears of it first and however often it is said. */
@Service
class Settlement {
    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final Payments payments;
    private final OpenOperations openOperations;
    private final PaymentEvents events;
    private final Clock clock;

    Settlement(Payments payments, OpenOperations openOperations, PaymentEvents events, Clock clock) {
        this.payments = payments;
        this.openOperations = openOperations;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void approved(TerminalOperation operation, TerminalAnswer.Approved answer, String by) {
        Payment payment = payments.findLocked(operation.paymentId()).orElseThrow();
        Instant now = clock.instant();
        if (openOperations.close(operation)) {
            recordApproval(payment, operation, answer, by, now);
        } else if (operation.kind() == TerminalOperation.Kind.CHARGE && payment.status() == PaymentStatus.DECLINED) {
            log.warn("Payment {} was charged after it had been given up; the charge is voided", payment.id());
            payment.undoLateCharge(by, now);
            TerminalOperation undo = new TerminalOperation(
                    TerminalOperation.Kind.VOID, payment.id(), payment.id(), operation.tillId(), payment.amount());
            openOperations.add(undo, now, now);
        }
    }

    @Transactional
    public void declined(TerminalOperation operation, String reason, String by) {
        Payment payment = payments.findLocked(operation.paymentId()).orElseThrow();
        if (!openOperations.close(operation)) {
            return;
        }
        Instant now = clock.instant();
        switch (operation.kind()) {
            case CHARGE -> {
                payment.decline(reason, by, now);
                events.declined(payment, now);
            }
            case REFUND -> payment.settleRefund(operation.id(), RefundStatus.REFUSED, reason, by, now);
            case VOID -> payment.voidRefused(reason, by, now);
        }
    }

    private void recordApproval(
            Payment payment, TerminalOperation operation, TerminalAnswer.Approved answer, String by, Instant now) {
        switch (operation.kind()) {
            case CHARGE -> {
                payment.capture(answer.authorizationCode(), answer.maskedCard(), by, now);
                events.captured(payment, now);
            }
            case REFUND -> payment.settleRefund(operation.id(), RefundStatus.REFUNDED, null, by, now);
            case VOID -> payment.voided(by, now);
        }
    }
}
