package io.tillstream.order.device;

import jakarta.validation.constraints.NotBlank;

/** Body of {@code POST /api/devices/codes}. */
record CodeWish(@NotBlank String storeId, @NotBlank String tillId) {}
