package io.tillstream.order.store;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a till but its id; {@code receiptPrefix} is printed before its receipt numbers.
 *
 * @param drawers how many cash drawers it has; not said: one
 */
@Embeddable
public record TillDetails(
        @NotBlank @Size(max = 64) String storeId,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Size(max = 20) String receiptPrefix,
        @Nullable @Min(1) @Max(9) Integer drawers) {

    public TillDetails {
        drawers = drawers == null ? Integer.valueOf(1) : drawers;
    }
}
