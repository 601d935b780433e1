package io.tillstream.payment.payment;

import io.tillstream.payment.terminal.TerminalOperation;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What tills ask for. Each request writes its intent down, then calls the terminal with no transaction open, then
 * records the answer; one that was seen before only asks what became of the first.
 */
@Service
class PaymentDesk {
    private final PaymentBook book;
    private final TerminalDesk terminal;
    private final Payments payments;
    private final TransactionOperations transaction;

    PaymentDesk(PaymentBook book, TerminalDesk terminal, Payments payments, TransactionOperations transaction) {
        this.book = book;
        this.terminal = terminal;
        this.payments = payments;
        this.transaction = transaction;
    }

    /** True when the payment is new. */
    boolean pay(UUID id, PaymentRequest request, Caller caller) {
        caller.mustServe(request.storeId());
        AmountNotPayable.check(request.amount());
        return carryOut(() -> book.openPayment(id, request, caller.subject()), TerminalOperation.Kind.CHARGE, id);
    }

    /** True when the refund is new. */
    boolean refund(UUID paymentId, UUID refundId, RefundRequest request, Caller caller) {
        caller.mustServe(storeOf(paymentId));
        AmountNotPayable.check(request.amount());
        return carryOut(
                () -> book.openRefund(paymentId, refundId, request, caller.subject()),
                TerminalOperation.Kind.REFUND,
                refundId);
    }

    /** True when the void is new. */
    boolean voidPayment(UUID paymentId, VoidRequest request, Caller caller) {
        caller.mustServe(storeOf(paymentId));
        return carryOut(
                () -> book.openVoid(paymentId, request, caller.subject()), TerminalOperation.Kind.VOID, paymentId);
    }

    /** The payment as it stands, after asking the terminal about whatever is open. */
    PaymentView resolved(UUID id, Caller caller) {
        PaymentView payment = view(id, caller);
        boolean open = payment.status() == PaymentStatus.PENDING || payment.status() == PaymentStatus.VOIDING;
        if (open) {
            terminal.askIfOpen(TerminalOperation.Kind.CHARGE, id);
            terminal.askIfOpen(TerminalOperation.Kind.VOID, id);
        }
        boolean refundOpen = false;
        for (PaymentView.RefundView refund : payment.refunds()) {
            if (refund.status() == RefundStatus.PENDING) {
                terminal.askIfOpen(TerminalOperation.Kind.REFUND, refund.id());
                refundOpen = true;
            }
        }
        return open || refundOpen ? view(id, caller) : payment;
    }

    /** The payment as it is stored. */
    PaymentView view(UUID id, Caller caller) {
        return transaction.execute(status -> payments.findById(id)
                .filter(payment -> caller.mayServe(payment.storeId()))
                .map(PaymentView::of)
                .orElseThrow(() -> new NotFound("payment " + id)));
    }

    private boolean carryOut(Supplier<PaymentBook.Intent> open, TerminalOperation.Kind kind, UUID id) {
        PaymentBook.Intent intent = openOnce(open);
        if (intent.operation() != null) {
            terminal.perform(intent.operation());
        } else if (!intent.fresh()) {
            terminal.askIfOpen(kind, id);
        }
        return intent.fresh();
    }

    /** Two identical requests at once: the database lets one in, and the other then finds what that one stored. */
    private static PaymentBook.Intent openOnce(Supplier<PaymentBook.Intent> open) {
        try {
            return open.get();
        } catch (DataIntegrityViolationException raced) {
            return open.get();
        }
    }

    private String storeOf(UUID paymentId) {
        return payments.findById(paymentId)
                .map(Payment::storeId)
                .orElseThrow(() -> new NotFound("payment " + paymentId));
    }
}
