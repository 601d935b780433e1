package io.tillstream.order.customerorder;

import io.tillstream.platform.web.Failure;

class UnknownCurrency extends Failure {

    UnknownCurrency(String code) {
        super(Kind.RULE_BROKEN, "unknown-currency", code + " is not a currency of ISO 4217.");
        with("/currency", "must be a currency of ISO 4217 such as \"EUR\"");
    }
}
