package io.tillstream.inventory.receiving;

import io.tillstream.inventory.stock.DocumentLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/goods-receipts/{id}}. */
record ReceiveGoodsRequest(
        @NotBlank @Size(max = 60) String locationId,
        @Nullable UUID purchaseOrderId,
        @NotNull Instant occurredAt,

        @NotNull @Size(min = 1, max = 1000, message = "must have 1 to 1,000 lines")
        List<@Valid @NotNull DocumentLine> lines) {}
