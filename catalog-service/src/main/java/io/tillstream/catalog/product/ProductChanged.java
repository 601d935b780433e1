package io.tillstream.catalog.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;

/**
 * Body of {@code catalog.product-changed.v1}: the product, and what others need to price it again.
 *
 * @param categoryLineage its category and all above it
 * @param bookVersion the version of the price book from which on a till knows it
 */
record ProductChanged(@JsonUnwrapped ProductView product, List<UUID> categoryLineage, long bookVersion) {}
