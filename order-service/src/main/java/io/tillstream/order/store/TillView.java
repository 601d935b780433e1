package io.tillstream.order.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A till as readers see it. */
record TillView(String id, @JsonUnwrapped TillDetails details, long version) {}
