package io.tillstream.order.livetills;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a till tells of itself every few seconds. Amounts are not among it: those are added up from what it has sent.
 *
 * @param openSessions the sessions it holds to be open
 * @param unsent what it has yet to send
 * @param unsentSince since when the first of it waits
 */
record TillState(
        @NotBlank String storeId,
        @NotNull @Size(max = 9) List<UUID> openSessions,
        @PositiveOrZero int unsent,
        @Nullable Instant unsentSince,
        @NotNull @Size(max = 60) String appVersion) {

    /** What the till has to learn: sessions it holds to be open although somebody else has closed them. */
    record Answer(List<ClosedElsewhere> closedElsewhere) {}

    record ClosedElsewhere(UUID id, Instant closedAt, String closedByName) {}
}
