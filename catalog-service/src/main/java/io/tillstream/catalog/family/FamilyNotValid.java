package io.tillstream.catalog.family;

import io.tillstream.platform.web.Failure;

/** Options that contradict each other, or leave a variant without its values. */
class FamilyNotValid extends Failure {
    FamilyNotValid(String pointer, String detail) {
        super(Kind.RULE_BROKEN, "product-family-not-valid", detail);
        with(pointer, detail);
    }
}
