package io.tillstream.order.purchaseorder;

import java.util.UUID;

/** What is read of {@code purchasing.supplier-changed.v1}. */
record SupplierChanged(UUID id, String name, String status, long version) {

    static final String TYPE = "purchasing.supplier-changed.v1";
}
