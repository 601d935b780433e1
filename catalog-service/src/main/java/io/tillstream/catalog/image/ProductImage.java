package io.tillstream.catalog.image;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a product. The first that is ready is the one shown at the till.
 *
 * @param position its place among the product's pictures, from 1; the order in which they came
 * @param problem why it was refused, in words for who sent it
 */
record ProductImage(
        UUID id,
        UUID productId,
        int position,
        String mediaType,
        ImageState state,
        @Nullable String problem,
        Instant recordedAt) {}
