package io.tillstream.catalog.changeset;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a preview is asked for, and of which moment.
 *
 * @param at in store time, to the minute; null: now
 * @param storeId whose clock; needed only when the stores concerned keep different times
 * @param show null: all lines
 * @param limit null: 100
 */
record Wanted(
        @Nullable LocalDateTime at,
        @Nullable String storeId,
        ChangePreview.@Nullable Show show,
        @Nullable String cursor,
        @Nullable @Min(1) @Max(500) Integer limit) {

    ChangePreview.Show shown() {
        return show == null ? ChangePreview.Show.ALL : show;
    }
}
