package io.tillstream.payment.payment;

import io.tillstream.platform.web.Failure;

/** A refund goes back in the currency that was paid. */
final class CurrencyDiffers extends Failure {
    CurrencyDiffers(String paid) {
        super(Kind.RULE_BROKEN, "currency-differs", "The payment was made in " + paid + "; refund it in " + paid + ".");
        with("/amount/currency", "must be " + paid);
    }
}
