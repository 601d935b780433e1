package io.tillstream.order.purchaseorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Placing an order; without a time it is placed now. */
record PlacementRequest(@Nullable Instant placedAt) {}
