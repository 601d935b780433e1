package io.tillstream.order.journal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Body of {@code POST /api/till-journals/{deviceId}/entries}. */
record SentEntries(@NotNull @Size(min = 1, max = 100) List<@Valid SignedEntry> entries) {}
