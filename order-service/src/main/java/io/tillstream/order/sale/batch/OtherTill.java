package io.tillstream.order.sale.batch;

import io.tillstream.platform.web.Failure;

/** A batch is of one till: tills take turns. */
class OtherTill extends Failure {

    OtherTill(String tillId) {
        super(Kind.MALFORMED, "malformed-request", "This sale is not of till " + tillId + ", which the batch is of.");
        with("/tillId", "Send each till's sales in batches of their own.");
    }
}
