package io.tillstream.order.purchaseorder;

import io.tillstream.platform.money.Money;
import io.tillstream.platform.web.Stale;
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
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An order to a supplier. Its content is fixed when it is placed; from then on facts are only added to it. */
@Entity
class PurchaseOrder {

    @Id
    private UUID id;

    private @Nullable String number;
    private UUID supplierId;
    private String locationId;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    private @Nullable LocalDate expectedDate;

    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "purchase_order_line", joinColumns = @JoinColumn(name = "purchase_order_id"))
    @OrderBy("lineNo")
    private List<PurchaseOrderLine> lines = new ArrayList<>();

    private BigDecimal total = BigDecimal.ZERO;

    @Enumerated(EnumType.STRING)
    private PurchaseOrderState state = PurchaseOrderState.DRAFT;

    private Instant draftedAt;
    private String draftedBy;
    private @Nullable Instant placedAt;
    private @Nullable String placedBy;
    private byte @Nullable [] placementFingerprint;
    private @Nullable Instant sentAt;
    private @Nullable Instant closedAt;
    private @Nullable String closedBy;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected PurchaseOrder() {}

    PurchaseOrder(UUID id, PurchaseOrderDraft draft, String by, Instant at) {
        this.id = id;
        this.draftedAt = at;
        this.draftedBy = by;
        this.supplierId = draft.supplierId();
        this.locationId = draft.locationId();
        this.currency = draft.currency();
        write(draft);
    }

    /** Changes a draft; {@code expected} must be the version that the writer has read. */
    void rewrite(PurchaseOrderDraft draft, long expected) {
        if (state != PurchaseOrderState.DRAFT) {
            throw new PurchaseOrderAlreadyPlaced(id);
        }
        mustBe(expected);
        write(draft);
    }

    private void write(PurchaseOrderDraft draft) {
        supplierId = draft.supplierId();
        locationId = draft.locationId();
        currency = draft.currency();
        expectedDate = draft.expectedDate();
        lines.clear();
        for (PurchaseOrderDraft.Line line : draft.lines()) {
            Money amount = new Money(line.unitCost(), currency);
            lines.add(new PurchaseOrderLine(
                    line.lineNo(),
                    line.productId(),
                    line.sku(),
                    line.name(),
                    line.quantity(),
                    line.unitCost(),
                    amount.times(line.quantity()).rounded().amount()));
        }
        total = lines.stream().map(PurchaseOrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void mustBe(long expected) {
        if (version() != expected) {
            throw new Stale();
        }
    }

    void place(String withNumber, String by, Instant at, byte[] fingerprint) {
        number = withNumber;
        placedBy = by;
        placedAt = at;
        placementFingerprint = fingerprint;
        state = PurchaseOrderState.PLACED;
    }

    void sent(Instant at) {
        sentAt = at;
        if (state == PurchaseOrderState.PLACED) {
            state = PurchaseOrderState.SENT;
        }
    }

    /** Goods came; a closed order stays closed, the goods are counted all the same. */
    void received(Progress progress) {
        if (state != PurchaseOrderState.CLOSED && state != PurchaseOrderState.DRAFT) {
            if (progress.isComplete(lines)) {
                state = PurchaseOrderState.RECEIVED;
            } else if (progress.hasBegun()) {
                state = PurchaseOrderState.PARTLY_RECEIVED;
            }
        }
    }

    /** Nothing more is awaited. */
    void close(String by, Instant at) {
        if (state == PurchaseOrderState.DRAFT) {
            throw new PurchaseOrderNotPlaced(id);
        }
        state = PurchaseOrderState.CLOSED;
        closedBy = by;
        closedAt = at;
    }

    /** Whether a draft of this very content is already written here. */
    boolean says(PurchaseOrderDraft draft) {
        return supplierId.equals(draft.supplierId())
                && locationId.equals(draft.locationId())
                && currency.equals(draft.currency())
                && Objects.equals(expectedDate, draft.expectedDate())
                && lines.size() == draft.lines().size()
                && draft.lines().stream().allMatch(this::hasLine);
    }

    private boolean hasLine(PurchaseOrderDraft.Line line) {
        return lines.stream()
                .anyMatch(mine -> mine.lineNo() == line.lineNo()
                        && Objects.equals(mine.productId(), line.productId())
                        && mine.sku().equals(line.sku())
                        && mine.name().equals(line.name())
                        && mine.quantity().compareTo(line.quantity()) == 0
                        && mine.unitCost().compareTo(line.unitCost()) == 0);
    }

    UUID id() {
        return id;
    }

    @Nullable
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

    @Nullable
    LocalDate expectedDate() {
        return expectedDate;
    }

    List<PurchaseOrderLine> lines() {
        return List.copyOf(lines);
    }

    BigDecimal total() {
        return total;
    }

    PurchaseOrderState state() {
        return state;
    }

    Instant draftedAt() {
        return draftedAt;
    }

    String draftedBy() {
        return draftedBy;
    }

    @Nullable
    Instant placedAt() {
        return placedAt;
    }

    @Nullable
    String placedBy() {
        return placedBy;
    }

    byte @Nullable [] placementFingerprint() {
        return placementFingerprint;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    String closedBy() {
        return closedBy;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
