package io.tillstream.order.salvage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody brought in what a device held.
 *
 * @param by subject of the token it was done with
 * @param outcome null: it was never told how it ended
 */
record Salvage(
        UUID id,
        String storeId,
        Source source,
        @Nullable UUID deviceId,
        List<String> tillIds,
        @Nullable String digest,
        @Nullable Instant exportedAt,
        int documents,
        int entries,
        Instant begunAt,
        String by,
        String byName,
        @Nullable Ended outcome) {

    record Ended(Instant endedAt, Outcome told) {}
}
