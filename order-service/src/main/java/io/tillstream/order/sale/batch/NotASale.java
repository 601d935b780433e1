package io.tillstream.order.sale.batch;

import io.tillstream.platform.web.Failure;

/** Something in a batch has no id or no document. */
class NotASale extends Failure {

    NotASale() {
        super(Kind.MALFORMED, "malformed-request", "Each sale of a batch has an id (UUID) and a document.");
    }
}
