package io.tillstream.customer.profile.messaging;

import io.tillstream.customer.profile.CustomerChanged;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code customer.customer-changed.v1} on the wire. */
record CustomerChangedMessage(
        UUID id, String status, @Nullable String groupCode, long version, Instant changedAt) {

    static final String TYPE = "customer.customer-changed.v1";

    static CustomerChangedMessage of(CustomerChanged event) {
        return new CustomerChangedMessage(event.id(), "ACTIVE", event.groupCode(), event.version(), event.changedAt());
    }
}
