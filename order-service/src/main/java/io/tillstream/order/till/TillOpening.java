package io.tillstream.order.till;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What a till reports when its drawer is opened with change money. */
public record TillOpening(
        @NotBlank String tillId,
        @NotBlank String storeId,

        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 4)
        BigDecimal openingFloat,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "is a three-letter ISO 4217 code, like EUR")
        String currency,

        @NotNull LocalDate businessDate,
        @NotNull Instant openedAt) {}
