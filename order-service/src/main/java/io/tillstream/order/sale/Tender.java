package io.tillstream.order.sale;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money handed over for a sale; negative when the shop pays it out. */
public record Tender(
        int tenderNo,
        TenderType type,
        BigDecimal amount,
        @Nullable UUID paymentId) {}
