package io.tillstream.order.parkedsale;

import io.tillstream.order.amount.Amounts;
import io.tillstream.platform.security.Caller;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said of a parked sale to people who look for it. */
record ParkedSaleHead(
        UUID id,
        String storeId,
        String tillId,
        String parkedByName,
        Instant parkedAt,
        String currency,
        BigDecimal total,
        int items,
        @Nullable UUID customerId,
        int format) {

    static ParkedSaleHead of(UUID id, ParkedSale sale, Caller by) {
        return new ParkedSaleHead(
                id,
                sale.storeId(),
                sale.tillId(),
                by.name(),
                sale.parkedAt(),
                sale.currency(),
                Amounts.written(sale.total(), sale.currency()),
                sale.items(),
                sale.customerId(),
                sale.format());
    }
}
