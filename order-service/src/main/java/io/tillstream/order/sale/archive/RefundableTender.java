package io.tillstream.order.sale.archive;

import io.tillstream.order.sale.TenderType;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one tender paid of a sale, and how much of that has gone back on any till. All cash of a sale is one, less its change; each
 * card payment is one.
 *
 * @param saleId an earlier sale, where goods that came back from it paid for an exchange
 * @param tenderNo the first of them, by which a refund names it
 */
record RefundableTender(
        UUID saleId,
        int tenderNo,
        TenderType type,
        @Nullable UUID paymentId,
        BigDecimal paid,
        BigDecimal wentBack) {}
