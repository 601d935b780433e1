package io.tillstream.order.livetills;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A till with its open sessions; {@code heard} is absent for one that never told anything. */
record LiveTill(String tillId, String name, @Nullable Heard heard, List<OpenSession> sessions) {

    record Heard(
            Instant at,
            String cashierName,
            int unsent,
            @Nullable Instant unsentSince,
            String appVersion) {}

    /**
     * Added up from what has arrived.
     *
     * @param forgotten it belongs to a trading day that is over
     * @param expectedCash absent for cashiers, who count blind
     */
    record OpenSession(
            UUID id,
            int drawer,
            LocalDate businessDate,
            boolean forgotten,
            Instant openedAt,
            String openedByName,
            String currency,
            long sales,
            long returns,
            @Nullable BigDecimal total,
            @Nullable BigDecimal expectedCash,
            @Nullable Instant lastSaleAt) {}
}
