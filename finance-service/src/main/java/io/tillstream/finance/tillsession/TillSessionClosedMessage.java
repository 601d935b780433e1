package io.tillstream.finance.tillsession;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What bookkeeping needs of {@code order.till-session-closed.v1}. */
record TillSessionClosedMessage(
        UUID id, String tillId, String storeId, LocalDate businessDate, String currency, Closing closing) {

    /** @param difference counted less expected cash: positive is over, negative is short */
    record Closing(BigDecimal difference, Instant closedAt) {}
}
