package io.tillstream.payment.payment;

import io.tillstream.platform.web.Failure;
import java.util.UUID;

/** Only money that was taken can go back. */
final class PaymentNotCaptured extends Failure {
    PaymentNotCaptured(UUID payment, PaymentStatus status) {
        super(
                Kind.CONFLICT,
                "payment-not-captured",
                "Payment " + payment + " is " + status
                        + ", so there is nothing to give back. A pending payment can be refunded"
                        + " or voided once its terminal has answered; ask for the payment again.");
    }
}
