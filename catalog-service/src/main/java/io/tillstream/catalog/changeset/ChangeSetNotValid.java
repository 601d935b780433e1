package io.tillstream.catalog.changeset;

import io.tillstream.platform.web.Failure;
import io.tillstream.platform.web.FieldError;
import java.util.List;

/** Terms that contradict each other, name what is not there, or reach more products than one set may change. */
class ChangeSetNotValid extends Failure {
    ChangeSetNotValid(List<FieldError> errors) {
        super(Kind.RULE_BROKEN, "change-set-not-valid", errors.getFirst().detail());
        errors.forEach(error -> with(error.pointer(), error.detail()));
    }

    ChangeSetNotValid(String pointer, String detail) {
        this(List.of(new FieldError(pointer, detail)));
    }
}
