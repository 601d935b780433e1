package io.tillstream.order.staff;

import jakarta.validation.constraints.NotNull;

/** Body of {@code PUT /api/staff/{id}/stores/{storeId}}: whether somebody no longer works in the store. */
record Leaving(@NotNull Boolean left) {}
