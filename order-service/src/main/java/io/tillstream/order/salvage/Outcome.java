package io.tillstream.order.salvage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Body of {@code PUT /api/salvages/{id}/outcome}: what became of it, also when it was broken off.
 *
 * @param stored documents that the server took now
 * @param known documents that it had before
 * @param refusedInAll documents that it refused, of which at most 500 are named
 * @param leftOut documents and entries that were damaged, or not sent before it was broken off
 * @param entriesTaken entries of the journal that were handed in
 */
record Outcome(
        @PositiveOrZero int stored,
        @PositiveOrZero int known,
        @PositiveOrZero int refusedInAll,
        @PositiveOrZero int leftOut,
        @PositiveOrZero int entriesTaken,
        @NotNull @Size(max = 500) List<@Valid Refused> refused) {

    record Refused(
            @NotNull DocumentKind kind,
            @NotNull UUID id,
            @NotBlank @Size(max = 1000) String why) {}
}
