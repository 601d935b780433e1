package io.tillstream.catalog.image;

import java.util.UUID;

/** Body of {@code catalog.product-image-stored.v1}: an original has arrived and waits for its thumbnails. */
record ImageStored(UUID id, UUID productId, String mediaType, int bytes) {}
