package io.tillstream.order.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money handed over for a sale; negative when the shop pays it out, and then it may say what had paid it in. */
public record Tender(
        int tenderNo,
        TenderType type,
        BigDecimal amount,
        @Nullable UUID paymentId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RefundOf refundOf) {}
