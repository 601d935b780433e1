package io.tillstream.catalog.product;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;

/** So much of another product is in a bundle. */
@Embeddable
record BundlePart(@Column(name = "component_id") UUID componentId, BigDecimal quantity) {}
