package io.tillstream.purchasing.supplier;

import java.util.UUID;

/** {@code purchasing.supplier-changed.v1} on the wire; contact data stays here. */
record SupplierChangedMessage(
        UUID id,
        String name,
        String currency,
        int paymentTermDays,
        int leadTimeDays,
        SupplierStatus status,
        long version) {

    static final String TYPE = "purchasing.supplier-changed.v1";

    static SupplierChangedMessage of(SupplierView supplier) {
        SupplierDetails details = supplier.details();
        return new SupplierChangedMessage(
                supplier.id(),
                details.name(),
                details.currency(),
                details.paymentTermDays(),
                details.leadTimeDays(),
                details.status(),
                supplier.version());
    }
}
