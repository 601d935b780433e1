package io.tillstream.order.parkedsale;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A basket that a till sets aside. {@code total} and {@code items} are for the people who look for it; {@code basket} is what the tills
 * of a store write to each other, in the {@code format} of the one that wrote it, and is handed on unread.
 */
record ParkedSale(
        @NotBlank String storeId,
        @NotBlank String tillId,
        @NotNull Instant parkedAt,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "is a three-letter ISO 4217 code, like EUR")
        String currency,

        @NotNull @Digits(integer = 12, fraction = 4) BigDecimal total,

        @Min(0) @Max(10_000_000) int items,
        @Nullable UUID customerId,
        @Min(1) int format,
        @NotBlank @Size(max = 500_000) String basket) {}
