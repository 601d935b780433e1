package io.tillstream.billing.receiptmail;

import io.tillstream.platform.web.Failure;

/** A sale's receipt goes out a few times, not to everybody. */
final class ReceiptMailedTooOften extends Failure {
    ReceiptMailedTooOften(int most) {
        super(
                Kind.RULE_BROKEN,
                "receipt-mailed-too-often",
                "The receipt of this sale was sent " + most + " times already, which is the most. Print it instead.");
    }
}
