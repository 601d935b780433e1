package io.tillstream.order.tillreport;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The X report of a running session or the Z report of a closed one. A Z report says for ever what was known at the closing; what
 * arrived later is listed and told in {@code corrected}, beside it.
 *
 * @param zNumber 1, 2, 3 … for each till; absent while the session runs
 * @param counted false when the session was closed without a count
 */
record SessionReport(
        UUID tillSessionId,
        String tillId,
        int drawer,
        String storeId,
        String currency,
        LocalDate businessDate,
        Instant openedAt,
        String openedByName,
        @Nullable Instant closedAt,
        @Nullable String closedByName,
        @Nullable Long zNumber,
        @Nullable Boolean counted,
        @Nullable String reason,
        SessionFigures figures,
        List<Movement> movements,
        List<HandedOver> handOvers,
        List<VoidedBasket> voidedBaskets,
        @Nullable SessionFigures corrected,
        List<LateSale> lateSales) {

    record Movement(
            UUID id,
            String kind,
            BigDecimal amount,
            String reason,
            @Nullable String note,
            Instant movedAt,
            String movedByName,
            boolean late) {}

    record HandedOver(
            Instant handedOverAt,
            String from,
            String to,
            @Nullable BigDecimal countedCash,
            @Nullable BigDecimal difference) {}

    /** @param taken money that had been taken for it and went back */
    record VoidedBasket(
            UUID id,
            Instant voidedAt,
            String voidedByName,
            long lines,
            BigDecimal total,
            BigDecimal taken,
            boolean late) {}

    record LateSale(UUID saleId, long receiptNumber, BigDecimal total, Instant occurredAt, Instant recordedAt) {}
}
