package io.tillstream.order.device;

import jakarta.validation.constraints.NotNull;

/** Body of {@code PUT /api/devices/{id}/revocation}. */
record Revocation(@NotNull Reason reason) {

    enum Reason {
        LOST,
        BROKEN,
        NOT_NEEDED
    }
}
