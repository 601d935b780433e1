package io.tillstream.catalog.category;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/categories/{id}}. */
record CategoryFacts(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[^>]*", message = "must not contain >, which separates levels")
        String name,

        @Nullable UUID parentId) {}
