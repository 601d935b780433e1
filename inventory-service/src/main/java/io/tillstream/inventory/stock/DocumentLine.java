package io.tillstream.inventory.stock;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A line of a document that moves stock, as it is sent and as it is kept.
 *
 * @param quantity at most 3 decimals; which sign makes sense is the document's to say
 */
public record DocumentLine(
        @Min(1) @Max(1_000_000) int lineNo,
        @NotNull UUID productId,
        @NotBlank @Size(max = 60) String sku,
        @NotNull @Digits(integer = 9, fraction = 3) BigDecimal quantity) {}
