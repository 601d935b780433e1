package io.tillstream.order.layaway;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.order.sale.Deposit;
import io.tillstream.order.sale.SetAside;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that are set aside, and every document about their deposits.
 *
 * @param saleId the document with which they were set aside
 * @param agreedTotal what they come to
 * @param balance what is left of all deposits for them
 * @param deposits the oldest first
 */
record Layaway(
        UUID id,
        State state,
        String storeId,
        UUID saleId,
        @Nullable UUID customerId,
        String currency,
        BigDecimal agreedTotal,
        BigDecimal balance,
        SetAside goods,
        List<Movement> deposits) {

    /** Follows from its documents: goods are collected once, and given up when no deposit is left for them. */
    enum State {
        OPEN,
        COLLECTED,
        GIVEN_UP;

        static State of(BigDecimal balance, boolean collected) {
            return collected ? COLLECTED : balance.signum() > 0 ? OPEN : GIVEN_UP;
        }
    }

    /** One document, and what it did. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Movement(
            UUID saleId,
            Deposit.Kind kind,
            BigDecimal amount,
            String tillId,
            long receiptNumber,
            Instant occurredAt,
            String by,
            @Nullable String reason) {}
}
