package io.tillstream.order.till;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A till session as readers see it; {@code closing} is absent while the till is open. */
record TillSessionView(
        UUID id,
        String tillId,
        String storeId,
        String currency,
        LocalDate businessDate,
        int drawer,
        BigDecimal openingFloat,
        Instant openedAt,
        String openedBy,
        String openedByName,
        State state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TillClosing closing) {

    enum State {
        OPEN,
        CLOSED
    }
}
