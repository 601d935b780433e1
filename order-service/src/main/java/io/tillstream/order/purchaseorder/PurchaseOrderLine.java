package io.tillstream.order.purchaseorder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Embeddable
record PurchaseOrderLine(
        @Column(name = "line_no") int lineNo,
        @Column(name = "product_id") @Nullable UUID productId,
        String sku,
        String name,
        BigDecimal quantity,
        @Column(name = "unit_cost") BigDecimal unitCost,
        BigDecimal amount) {

    boolean isFor(@Nullable UUID product, String otherSku) {
        return (product != null && product.equals(productId)) || sku.equals(otherSku);
    }
}
