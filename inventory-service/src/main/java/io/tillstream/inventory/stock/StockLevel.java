package io.tillstream.inventory.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is there of a product at a location.
 *
 * @param sku null until catalog has told us of the product
 * @param available on hand and not reserved
 */
record StockLevel(
        String locationId,
        UUID productId,
        @Nullable String sku,
        @Nullable String name,
        BigDecimal onHand,
        BigDecimal reserved,
        BigDecimal available,
        Instant updatedAt) {}
