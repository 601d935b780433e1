package io.tillstream.shipping.shipment.messaging;

import io.tillstream.shipping.shipment.PromisedGoods;
import io.tillstream.shipping.shipment.ShipmentLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code order.customer-order-placed.v1}. */
record CustomerOrderPlaced(UUID id, String storeId, String delivery, List<Line> lines) {

    static final String TYPE = "order.customer-order-placed.v1";

    record Line(int lineNo, @Nullable UUID productId, String sku, String name, BigDecimal quantity) {}

    boolean isToBeShipped() {
        return delivery.equals("SHIP");
    }

    PromisedGoods goods() {
        return new PromisedGoods(
                id,
                storeId,
                lines.stream()
                        .map(line -> new ShipmentLine(
                                line.lineNo(), line.productId(), line.sku(), line.name(), line.quantity()))
                        .toList());
    }
}
