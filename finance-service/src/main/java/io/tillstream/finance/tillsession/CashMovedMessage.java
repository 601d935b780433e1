package io.tillstream.finance.tillsession;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What bookkeeping needs of {@code order.cash-moved.v1}; the amount has no sign, the kind says which way it went. */
record CashMovedMessage(
        UUID id,
        String tillId,
        String storeId,
        LocalDate businessDate,
        String currency,
        Kind kind,
        BigDecimal amount,
        String reason,
        Instant movedAt) {

    private static final String CHANGE_MONEY = "CHANGE_MONEY";
    private static final String TIPS = "TIPS";

    enum Kind {
        PAY_IN,
        PAY_OUT,
        SKIM,
        NO_SALE
    }

    boolean bringsChangeMoney() {
        return reason.equals(CHANGE_MONEY);
    }

    boolean handsTipsOut() {
        return reason.equals(TIPS);
    }
}
