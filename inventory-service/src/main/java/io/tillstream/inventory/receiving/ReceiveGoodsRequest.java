package io.tillstream.inventory.receiving;

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

/** Body of {@code PUT /api/goods-receipts/{id}}. */
record ReceiveGoodsRequest(
        @NotBlank @Size(max = 60) String locationId,
        @Nullable UUID purchaseOrderId,
        @NotNull Instant occurredAt,

        @NotNull @Size(min = 1, max = 1000, message = "must have 1 to 1,000 lines")
        List<@Valid @NotNull Line> lines) {

    /** @param quantity above zero, at most 3 decimals */
    record Line(
            @Min(1) @Max(1_000_000) int lineNo,
            @NotNull UUID productId,
            @NotBlank @Size(max = 60) String sku,
            @NotNull @Digits(integer = 9, fraction = 3) BigDecimal quantity) {}

    List<GoodsReceipt.Line> receiptLines() {
        return lines.stream()
                .map(line -> new GoodsReceipt.Line(line.lineNo(), line.productId(), line.sku(), line.quantity()))
                .toList();
    }
}
