package io.tillstream.order.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money handed over for a sale; negative when the shop pays it out, and then it may say what had paid it in.
 *
 * @param amount in the sale's currency, also where the cash was foreign
 * @param foreign what cash was really handed over, where it was another currency's
 */
public record Tender(
        int tenderNo,
        TenderType type,
        BigDecimal amount,
        @Nullable UUID paymentId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RefundOf refundOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ForeignMoney foreign) {}
