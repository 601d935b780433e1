package io.tillstream.payment.terminal;

import io.tillstream.platform.money.Money;
import java.util.UUID;

/**
 * Something a terminal is asked to do. Kind and id together name it for ever: a terminal never does the same one twice.
 *
 * @param id of the payment, for a refund of the refund
 * @param paymentId the payment that is charged, refunded or voided
 */
public record TerminalOperation(Kind kind, UUID id, UUID paymentId, String tillId, Money amount) {
    /** What can be done at a terminal. */
    public enum Kind {
        CHARGE,
        REFUND,
        VOID
    }
}
