package io.tillstream.order.journal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a payload says of itself, beside the document that it is about. Nothing of it is believed before it was compared. */
@JsonIgnoreProperties(ignoreUnknown = true)
record EntryHead(
        @Nullable String format,
        @Nullable UUID device,
        @Nullable Integer epoch,
        @Nullable String tillId,
        @Nullable Long number,
        @Nullable String kind,
        @Nullable UUID subject,
        @Nullable Instant at,
        @Nullable String previous) {

    static final String FORMAT = "tillstream-journal-1";
}
