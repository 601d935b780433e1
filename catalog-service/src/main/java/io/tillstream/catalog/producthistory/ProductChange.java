package io.tillstream.catalog.producthistory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a product; nothing in {@code fields} when they made it.
 *
 * @param version that the product has had since
 * @param changeSet the change set that did it, or whose reversal did
 */
record ProductChange(
        long version,
        Author.Origin origin,
        @Nullable NamedSet changeSet,
        List<FieldChange> fields,
        Instant recordedAt,
        String recordedBy,
        String recordedByName) {

    record NamedSet(UUID id, String name) {}

    /**
     * As people read it: a category by its path, barcodes, options and components in one text.
     *
     * @param field as {@code PUT /api/products/{id}} calls it; {@code category} and {@code family} by name
     */
    record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}
}
