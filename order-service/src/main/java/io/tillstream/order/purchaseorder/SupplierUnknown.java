package io.tillstream.order.purchaseorder;

import io.tillstream.platform.web.Failure;
import java.util.UUID;

class SupplierUnknown extends Failure {

    SupplierUnknown(UUID id) {
        super(
                Kind.RULE_BROKEN,
                "supplier-unknown",
                "There is no supplier " + id + ". Create the supplier first; a new one is known here within seconds.");
        with("/supplierId", "is not a known supplier");
    }
}
