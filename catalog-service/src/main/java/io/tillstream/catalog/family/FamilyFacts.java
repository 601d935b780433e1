package io.tillstream.catalog.family;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Body of {@code PUT /api/product-families/{id}}: options and their values in the order in which tills show them. */
record FamilyFacts(
        @NotBlank @Size(max = 200) String name,
        @NotEmpty @Size(max = 3) List<@Valid @NotNull Option> options) {

    /** Something in which the variants differ, for instance the size. */
    record Option(
            @NotBlank @Size(max = 40) String name,
            @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 40) String> values) {}
}
