package io.tillstream.order.customerorder;

import io.tillstream.platform.money.Money;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Goods promised to a customer. */
@Entity
class CustomerOrder {

    @Id
    private UUID id;

    private String storeId;
    private @Nullable UUID customerId;

    @Enumerated(EnumType.STRING)
    private Delivery delivery;

    @Embedded
    private @Nullable ShipTo shipTo;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    private BigDecimal total;

    @Enumerated(EnumType.STRING)
    private CustomerOrderState state = CustomerOrderState.PLACED;

    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "customer_order_line", joinColumns = @JoinColumn(name = "customer_order_id"))
    @OrderBy("lineNo")
    private List<CustomerOrderLine> lines = new ArrayList<>();

    private Instant placedAt;
    private String placedBy;
    private byte[] fingerprint;

    private @Nullable String carrier;
    private @Nullable String trackingCode;
    private @Nullable Instant dispatchedAt;
    private @Nullable Instant deliveredAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected CustomerOrder() {}

    CustomerOrder(UUID id, CustomerOrderRequest request, byte[] fingerprint, String by, Instant at) {
        this.id = id;
        this.storeId = request.storeId();
        this.customerId = request.customerId();
        this.delivery = request.delivery();
        this.shipTo = request.shipTo();
        this.currency = request.currency();
        for (CustomerOrderRequest.Line line : request.lines()) {
            lines.add(new CustomerOrderLine(
                    line.lineNo(),
                    line.productId(),
                    line.sku(),
                    line.name(),
                    line.quantity(),
                    line.unitPrice(),
                    new Money(line.unitPrice(), request.currency())
                            .times(line.quantity())
                            .rounded()
                            .amount()));
        }
        this.total = lines.stream().map(CustomerOrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        this.fingerprint = fingerprint;
        this.placedBy = by;
        this.placedAt = at;
    }

    /** News of a shipment may overtake each other; the state only moves forward. */
    void dispatched(String by, String code, Instant at) {
        carrier = by;
        trackingCode = code;
        dispatchedAt = at;
        if (state == CustomerOrderState.PLACED) {
            state = CustomerOrderState.DISPATCHED;
        }
    }

    void delivered(Instant at) {
        deliveredAt = at;
        state = CustomerOrderState.DELIVERED;
    }

    UUID id() {
        return id;
    }

    String storeId() {
        return storeId;
    }

    @Nullable
    UUID customerId() {
        return customerId;
    }

    Delivery delivery() {
        return delivery;
    }

    @Nullable
    ShipTo shipTo() {
        return shipTo;
    }

    String currency() {
        return currency;
    }

    BigDecimal total() {
        return total;
    }

    CustomerOrderState state() {
        return state;
    }

    List<CustomerOrderLine> lines() {
        return List.copyOf(lines);
    }

    Instant placedAt() {
        return placedAt;
    }

    String placedBy() {
        return placedBy;
    }

    byte[] fingerprint() {
        return fingerprint;
    }

    @Nullable
    String carrier() {
        return carrier;
    }

    @Nullable
    String trackingCode() {
        return trackingCode;
    }

    @Nullable
    Instant dispatchedAt() {
        return dispatchedAt;
    }

    @Nullable
    Instant deliveredAt() {
        return deliveredAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
