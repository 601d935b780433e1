package io.tillstream.catalog.changeset;

import io.tillstream.platform.web.Failure;
import java.util.List;

/** Some products cannot be changed as the set says, so none was. */
class LinesFail extends Failure {
    private static final int NAMED = 100;

    private final String problem;

    LinesFail(List<ForecastLine> failing) {
        super(
                Kind.RULE_BROKEN,
                "change-set-lines-fail",
                "Nothing was changed: " + failing.size() + (failing.size() == 1 ? " product" : " products")
                        + " cannot be. Look at the preview, leave them out of the set or apply it without them.");
        problem = getMessage() + " " + failing.getFirst().reason();
        failing.stream().limit(NAMED).forEach(line -> with("/products/" + line.productId(), line.reason()));
    }

    /** In one sentence or two, with the first of them. */
    String problem() {
        return problem;
    }
}
