package io.tillstream.order.purchaseorder;

import io.tillstream.platform.web.Failure;
import java.util.UUID;

class SupplierInactive extends Failure {

    SupplierInactive(UUID id) {
        super(
                Kind.RULE_BROKEN,
                "supplier-inactive",
                "Supplier " + id + " is inactive. Activate the supplier, or order from another one.");
        with("/supplierId", "is an inactive supplier");
    }
}
