package io.tillstream.inventory.adjustment;

import io.tillstream.inventory.stock.DocumentLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/stock-adjustments/{id}}. */
record AdjustStockRequest(
        @NotBlank @Size(max = 60) String locationId,
        @NotNull StockAdjustment.Reason reason,
        @NotNull Instant occurredAt,
        @Nullable @Size(max = 60) String externalReference,
        @Nullable @Size(max = 500) String note,

        @NotNull @Size(min = 1, max = 1000, message = "must have 1 to 1,000 lines")
        List<@Valid @NotNull DocumentLine> lines) {}
