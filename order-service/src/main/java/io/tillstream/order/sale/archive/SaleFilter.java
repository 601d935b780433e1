package io.tillstream.order.sale.archive;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which sales to list; what is null does not matter. {@code hour} is the hour of the day in the store's time zone, {@code
 * returnOf} the sale whose goods came back.
 */
record SaleFilter(
        @Nullable String storeId,
        @Nullable LocalDate businessDate,
        @Nullable Integer hour,
        @Nullable String sku,
        @Nullable String tillId,
        @Nullable UUID tillSessionId,
        @Nullable String cashier,
        @Nullable Long receiptNumber,
        @Nullable String externalReference,
        @Nullable UUID customerId,
        @Nullable UUID returnOf) {}
