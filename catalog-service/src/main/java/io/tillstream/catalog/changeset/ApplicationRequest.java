package io.tillstream.catalog.changeset;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/change-sets/{id}/application}.
 *
 * @param at in store time, to the minute; null: now
 * @param storeId whose clock; needed only when the stores concerned keep different times
 * @param acceptGood applies what can be, without the lines that fail
 * @param preview fingerprint of the preview that was seen; anything else is not applied
 */
record ApplicationRequest(
        @Nullable LocalDateTime at,
        @Nullable @Size(max = 60) String storeId,
        @Nullable Boolean acceptGood,

        @Nullable @Pattern(regexp = "[0-9a-f]{64}", message = "must be the fingerprint of a preview")
        String preview) {

    boolean withoutTheFailing() {
        return Boolean.TRUE.equals(acceptGood);
    }
}
