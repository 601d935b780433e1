package io.tillstream.order.livetills;

import io.tillstream.order.device.Device;
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
 * @param deviceId which of its devices tells it; a till that was never enrolled leaves it out
 */
record TillState(
        @NotBlank String storeId,
        @NotNull @Size(max = 9) List<UUID> openSessions,
        @PositiveOrZero int unsent,
        @Nullable Instant unsentSince,
        @NotNull @Size(max = 60) String appVersion,
        @Nullable UUID deviceId) {

    /**
     * What the till has to learn: sessions it holds to be open although somebody else has closed them, and how its device stands.
     *
     * @param device null when it named none, or one that was never this till
     */
    record Answer(
            List<ClosedElsewhere> closedElsewhere, @Nullable Device device) {}

    record ClosedElsewhere(UUID id, Instant closedAt, String closedByName) {}
}
