package io.tillstream.order.till;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a till reports when a drawer is opened with change money.
 *
 * @param drawer which of the till's drawers; not said: its first
 * @param floatCount the notes and coins of the change money, where they were counted one by one
 */
public record TillOpening(
        @NotBlank String tillId,
        @NotBlank String storeId,

        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 4)
        BigDecimal openingFloat,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "is a three-letter ISO 4217 code, like EUR")
        String currency,

        @NotNull LocalDate businessDate,
        @NotNull Instant openedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Min(1) @Max(9)
        Integer drawer,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(max = 50)
        List<@Valid Denomination> floatCount) {}
