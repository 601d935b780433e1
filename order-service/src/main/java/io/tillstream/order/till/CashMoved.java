package io.tillstream.order.till;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.order.amount.Amounts;
import io.tillstream.order.sale.RungUpBy;
import io.tillstream.platform.security.Caller;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored movement of cash; also the body of {@code order.cash-moved.v1}. */
record CashMoved(
        UUID id,
        UUID tillSessionId,
        String tillId,
        int drawer,
        String storeId,
        LocalDate businessDate,
        String currency,
        CashMovement.Kind kind,
        BigDecimal amount,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
        Instant movedAt,
        String movedBy,
        String movedByName,
        Instant recordedAt) {

    static CashMoved in(TillSession session, UUID id, CashMovement movement, Caller caller, Instant recordedAt) {
        RungUpBy by = RungUpBy.orElse(movement.doneBy(), caller);
        return new CashMoved(
                id,
                session.id(),
                session.tillId(),
                session.drawer(),
                session.storeId(),
                session.businessDate(),
                session.currency(),
                movement.kind(),
                Amounts.written(movement.amount(), session.currency()),
                movement.reason(),
                movement.note(),
                movement.movedAt(),
                by.id(),
                by.name(),
                recordedAt);
    }

    CashMoved asRecorded(Instant when, String by, String byName) {
        return new CashMoved(
                id,
                tillSessionId,
                tillId,
                drawer,
                storeId,
                businessDate,
                currency,
                kind,
                amount,
                reason,
                note,
                movedAt,
                by,
                byName,
                when);
    }
}
