package io.tillstream.customer.profile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer as the database may know them: an id, a group, and a sealed profile until they are forgotten. */
@Entity
class Customer {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private CustomerStatus status = CustomerStatus.ACTIVE;

    private @Nullable String groupCode;
    private byte @Nullable [] sealed;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    Customer(UUID id, @Nullable String groupCode, byte[] sealed, Instant now) {
        this.id = id;
        this.groupCode = groupCode;
        this.sealed = sealed;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void change(@Nullable String group, byte[] profile, Instant now) {
        groupCode = group;
        sealed = profile;
        updatedAt = now;
    }

    void forget(Instant now) {
        status = CustomerStatus.ERASED;
        groupCode = null;
        sealed = null;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    CustomerStatus status() {
        return status;
    }

    @Nullable
    String groupCode() {
        return groupCode;
    }

    byte @Nullable [] sealed() {
        return sealed;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
