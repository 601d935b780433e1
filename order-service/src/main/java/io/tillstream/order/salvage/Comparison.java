package io.tillstream.order.salvage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Body of {@code POST /api/salvages/comparisons}: which of these are here already? */
record Comparison(
        @NotBlank @Size(max = 64) String storeId,
        @NotNull @Size(min = 1, max = 1000) List<@Valid Asked> documents) {

    record Asked(@NotNull DocumentKind kind, @NotNull UUID id) {}

    /** Those that are here, in the order in which they were asked for. */
    record Answer(List<Asked> known) {}
}
