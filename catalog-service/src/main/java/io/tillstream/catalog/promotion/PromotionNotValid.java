package io.tillstream.catalog.promotion;

import io.tillstream.platform.web.Failure;
import io.tillstream.platform.web.FieldError;
import java.util.List;

/** Terms that contradict each other or name what is not there. */
class PromotionNotValid extends Failure {
    PromotionNotValid(List<FieldError> errors) {
        super(Kind.RULE_BROKEN, "promotion-not-valid", errors.getFirst().detail());
        errors.forEach(error -> with(error.pointer(), error.detail()));
    }
}
