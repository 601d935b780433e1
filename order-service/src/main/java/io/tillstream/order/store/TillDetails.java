package io.tillstream.order.store;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Everything about a till but its id; {@code receiptPrefix} is printed before its receipt numbers. */
@Embeddable
public record TillDetails(
        @NotBlank @Size(max = 64) String storeId,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Size(max = 20) String receiptPrefix) {}
