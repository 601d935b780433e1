package io.tillstream.order.pricebook;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the price book takes from {@code catalog.promotion-changed.v1} and {@code catalog.price-list-changed.v1}; the terms are kept as
 * they came and read when a sale is priced with them.
 */
record TermsChanged(UUID id, JsonNode terms, @Nullable Long bookVersion) {

    long knownFrom() {
        return Objects.requireNonNullElse(bookVersion, 0L);
    }
}
