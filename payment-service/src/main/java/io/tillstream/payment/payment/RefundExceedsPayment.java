package io.tillstream.payment.payment;

import io.tillstream.platform.money.Money;
import io.tillstream.platform.web.Failure;

/** More money would go back than was taken. */
final class RefundExceedsPayment extends Failure {
    RefundExceedsPayment(Money refundable) {
        super(
                Kind.RULE_BROKEN,
                "refund-exceeds-payment",
                "At most " + refundable.rounded().amount().toPlainString() + " " + refundable.currency()
                        + " of this payment can still be refunded.");
    }
}
