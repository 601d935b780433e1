package io.tillstream.inventory.adjustment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/stock-adjustments/{id}}. */
record AdjustStockRequest(
        @NotBlank @Size(max = 60) String locationId,
        @NotNull StockAdjustment.Reason reason,
        @NotNull Instant occurredAt,
        @Nullable @Size(max = 60) String externalReference,
        @Nullable @Size(max = 500) String note,

        @NotNull @Size(min = 1, max = 1000, message = "must have 1 to 1,000 lines")
        List<@Valid @NotNull Line> lines) {

    /** @param quantity signed, not zero, at most 3 decimals */
    record Line(
            @Min(1) @Max(1_000_000) int lineNo,
            @NotNull UUID productId,
            @NotBlank @Size(max = 60) String sku,
            @NotNull @Digits(integer = 9, fraction = 3) BigDecimal quantity) {}

    List<StockAdjustment.Line> adjustmentLines() {
        return lines.stream()
                .map(line -> new StockAdjustment.Line(line.lineNo(), line.productId(), line.sku(), line.quantity()))
                .toList();
    }
}
