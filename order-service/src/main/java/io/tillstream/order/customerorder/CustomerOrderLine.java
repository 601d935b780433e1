package io.tillstream.order.customerorder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Embeddable
record CustomerOrderLine(
        @Column(name = "line_no") int lineNo,
        @Column(name = "product_id") @Nullable UUID productId,
        String sku,
        String name,
        BigDecimal quantity,
        @Column(name = "unit_price") BigDecimal unitPrice,
        BigDecimal amount) {}
