package io.tillstream.purchasing.supplier;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A firm the shop buys from; it is deactivated, never deleted, because old orders name it. */
@Entity
class Supplier {

    @Id
    private UUID id;

    @Embedded
    private SupplierDetails details;

    private Instant updatedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Supplier() {}

    Supplier(UUID id, SupplierDetails details, Instant now) {
        this.id = id;
        this.details = details;
        this.updatedAt = now;
    }

    void describe(SupplierDetails changed, Instant now) {
        details = changed;
        updatedAt = now;
    }

    boolean is(SupplierDetails described) {
        return details.equals(described);
    }

    long version() {
        return version == null ? 0 : version;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    SupplierView view() {
        return new SupplierView(id, details, version(), updatedAt);
    }
}
