package io.tillstream.order.pricebook;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the price book takes from {@code catalog.product-changed.v1}. {@code categoryLineage} is the category with all above it;
 * {@code bookVersion} is the version of the catalog's price book from which on a till knows this.
 */
record ProductChanged(
        UUID id,
        String sku,
        String name,
        String taxCategory,
        String status,
        @Nullable String unit,
        @Nullable UUID categoryId,
        @Nullable List<UUID> categoryLineage,
        @Nullable Long bookVersion) {

    boolean active() {
        return status.equals("ACTIVE");
    }

    boolean weighed() {
        return unit != null && !unit.equals("PIECE");
    }

    /** In one text, so that many products are one array. */
    String categories() {
        List<UUID> all =
                categoryLineage == null ? categoryId == null ? List.of() : List.of(categoryId) : categoryLineage;
        return String.join(" ", all.stream().map(UUID::toString).toList());
    }

    long knownFrom() {
        return Objects.requireNonNullElse(bookVersion, 0L);
    }
}
