package io.tillstream.order.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A store as readers see it; also the body of {@code order.store-changed.v1}. */
record StoreView(String id, @JsonUnwrapped StoreDetails details, long version) {}
