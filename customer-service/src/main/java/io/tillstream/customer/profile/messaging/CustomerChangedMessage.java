package io.tillstream.customer.profile.messaging;

import io.tillstream.customer.profile.CustomerChanged;
import io.tillstream.customer.profile.TaxExemption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code customer.customer-changed.v1} on the wire. */
record CustomerChangedMessage(
        UUID id,
        String status,
        @Nullable String groupCode,
        boolean taxExempt,
        @Nullable LocalDate taxExemptUntil,
        long version,
        Instant changedAt) {

    static final String TYPE = "customer.customer-changed.v1";

    static CustomerChangedMessage of(CustomerChanged event) {
        TaxExemption exemption = event.taxExemption();
        return new CustomerChangedMessage(
                event.id(),
                "ACTIVE",
                event.groupCode(),
                exemption != null,
                exemption == null ? null : exemption.validUntil(),
                event.version(),
                event.changedAt());
    }
}
