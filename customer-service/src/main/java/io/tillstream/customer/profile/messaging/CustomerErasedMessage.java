package io.tillstream.customer.profile.messaging;

import java.time.Instant;
import java.util.UUID;

/** {@code customer.customer-erased.v1} on the wire. */
record CustomerErasedMessage(UUID id, Instant erasedAt) {

    static final String TYPE = "customer.customer-erased.v1";
}
