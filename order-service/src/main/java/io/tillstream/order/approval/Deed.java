package io.tillstream.order.approval;

import io.tillstream.order.sale.ApprovalAction;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something done at a till that a policy may speak about, and how large it is. All amounts are in the store's currency.
 *
 * @param lineNo of what stands in one line
 * @param amount what it is worth
 * @param of what a share is measured against
 * @param percent the share that was given as such: what it comes to may be rounded, and must not be held against it
 */
public record Deed(
        @NotNull ApprovalAction action,
        @Nullable @Min(1) @Max(Short.MAX_VALUE) Integer lineNo,

        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 4)
        BigDecimal amount,

        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 4)
        BigDecimal of,

        @Nullable @PositiveOrZero @Digits(integer = 12, fraction = 4)
        BigDecimal percent) {}
