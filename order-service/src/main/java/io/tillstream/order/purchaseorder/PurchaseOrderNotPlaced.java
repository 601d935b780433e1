package io.tillstream.order.purchaseorder;

import io.tillstream.platform.web.Failure;
import java.util.UUID;

class PurchaseOrderNotPlaced extends Failure {

    PurchaseOrderNotPlaced(UUID id) {
        super(
                Kind.CONFLICT,
                "purchase-order-not-placed",
                "Purchase order " + id + " is still a draft. Place it first.");
    }
}
