package io.tillstream.order.purchaseorder;

import io.tillstream.platform.web.Failure;
import java.util.UUID;

class PurchaseOrderAlreadyPlaced extends Failure {

    PurchaseOrderAlreadyPlaced(UUID id) {
        super(
                Kind.CONFLICT,
                "purchase-order-already-placed",
                "Purchase order " + id + " is placed: the supplier may have it. Close it and draft a new one.");
    }
}
