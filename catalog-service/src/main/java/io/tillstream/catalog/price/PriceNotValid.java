package io.tillstream.catalog.price;

import io.tillstream.platform.web.Failure;

/** A price that no till could charge. */
class PriceNotValid extends Failure {
    PriceNotValid(String pointer, String detail) {
        super(Kind.RULE_BROKEN, "price-not-valid", detail);
        with(pointer, detail);
    }
}
