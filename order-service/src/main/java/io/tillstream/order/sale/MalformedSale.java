package io.tillstream.order.sale;

import io.tillstream.platform.web.Failure;

/** The document has values that no sale can have. */
class MalformedSale extends Failure {

    MalformedSale() {
        super(Kind.MALFORMED, "malformed-request", "The sale holds values that cannot be right; see errors.");
    }
}
