package io.tillstream.shipping.shipment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What goes into the parcel. */
@Embeddable
public record ShipmentLine(
        @Column(name = "line_no") int lineNo,
        @Column(name = "product_id") @Nullable UUID productId,
        String sku,
        String name,
        BigDecimal quantity) {}
