package io.tillstream.order.customerorder;

import java.util.UUID;

/** What is read of {@code customer.customer-erased.v1}. */
record CustomerErased(UUID id) {

    static final String TYPE = "customer.customer-erased.v1";
}
