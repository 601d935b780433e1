package io.tillstream.catalog.pricelist;

import io.tillstream.platform.web.Failure;
import io.tillstream.platform.web.FieldError;
import java.util.List;

/** Terms that contradict each other or name what is not there. */
class PriceListNotValid extends Failure {
    PriceListNotValid(List<FieldError> errors) {
        super(Kind.RULE_BROKEN, "price-list-not-valid", errors.getFirst().detail());
        errors.forEach(error -> with(error.pointer(), error.detail()));
    }
}
