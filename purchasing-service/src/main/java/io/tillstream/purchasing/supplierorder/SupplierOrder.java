package io.tillstream.purchasing.supplierorder;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A purchase order on its way to the supplier. Its id is the purchase order's. */
@Entity
class SupplierOrder {

    @Id
    private UUID id;

    private String number;
    private UUID supplierId;
    private String locationId;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    private BigDecimal total;
    private @Nullable LocalDate expectedDate;
    private Instant placedAt;
    private String placedBy;

    @ElementCollection
    @CollectionTable(name = "supplier_order_line", joinColumns = @JoinColumn(name = "supplier_order_id"))
    @OrderBy("lineNo")
    private List<SupplierOrderLine> lines = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private SupplierOrderState state = SupplierOrderState.PENDING;

    private int attempts;
    private @Nullable Instant nextAttemptAt;
    private @Nullable String problem;
    private @Nullable String messageId;
    private @Nullable String sentTo;
    private @Nullable Instant sentAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected SupplierOrder() {}

    SupplierOrder(PurchaseOrderPlaced placed, Instant now) {
        this.id = placed.id();
        this.number = placed.number();
        this.supplierId = placed.supplierId();
        this.locationId = placed.locationId();
        this.currency = placed.currency();
        this.total = placed.total();
        this.expectedDate = placed.expectedDate();
        this.placedAt = placed.placedAt();
        this.placedBy = placed.placedBy();
        placed.lines().stream()
                .map(line -> new SupplierOrderLine(
                        line.lineNo(),
                        line.productId(),
                        line.sku(),
                        line.name(),
                        line.quantity(),
                        line.unitCost(),
                        line.amount()))
                .forEach(lines::add);
        this.nextAttemptAt = now;
    }

    /** Takes the order for one try; when nothing is heard of the try until then, another may take it. */
    void startSending(Instant until) {
        state = SupplierOrderState.SENDING;
        attempts++;
        nextAttemptAt = until;
    }

    void sent(String id, String to, Instant at) {
        state = SupplierOrderState.SENT;
        messageId = id;
        sentTo = to;
        sentAt = at;
        nextAttemptAt = null;
        problem = null;
    }

    void tryAgain(String reason, Instant at) {
        state = SupplierOrderState.PENDING;
        problem = reason;
        nextAttemptAt = at;
    }

    void needsAttention(String words) {
        state = SupplierOrderState.NEEDS_ATTENTION;
        problem = words;
        nextAttemptAt = null;
    }

    /** What was in the way is out of the way: begin anew. */
    void retry(Instant now) {
        if (state == SupplierOrderState.NEEDS_ATTENTION) {
            state = SupplierOrderState.PENDING;
            attempts = 0;
            problem = null;
            nextAttemptAt = now;
        }
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    UUID supplierId() {
        return supplierId;
    }

    String locationId() {
        return locationId;
    }

    String currency() {
        return currency;
    }

    BigDecimal total() {
        return total;
    }

    @Nullable
    LocalDate expectedDate() {
        return expectedDate;
    }

    Instant placedAt() {
        return placedAt;
    }

    String placedBy() {
        return placedBy;
    }

    List<SupplierOrderLine> lines() {
        return List.copyOf(lines);
    }

    SupplierOrderState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    @Nullable
    String problem() {
        return problem;
    }

    @Nullable
    String messageId() {
        return messageId;
    }

    @Nullable
    String sentTo() {
        return sentTo;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
