package io.tillstream.order.sale;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a sale. {@code unitPrice} includes tax; {@code amount} is {@code quantity x unitPrice - discount}, rounded to the
 * currency. On a return line quantity, discount and amount are zero or negative.
 */
public record SaleLine(
        int lineNo,
        LineKind kind,
        @Nullable UUID productId,
        String sku,
        String name,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal discount,
        String taxCategory,
        BigDecimal taxRate,
        BigDecimal amount,
        @Nullable ReturnOf returnOf) {}
