package io.tillstream.payment.payment;

import io.tillstream.platform.web.Failure;
import java.util.UUID;

/** A void takes back all of a payment, which is too late when a part went back already. */
final class PaymentHasRefunds extends Failure {
    PaymentHasRefunds(UUID payment) {
        super(
                Kind.CONFLICT,
                "payment-has-refunds",
                "Payment " + payment + " was refunded in part and cannot be voided. Refund the rest instead.");
    }
}
