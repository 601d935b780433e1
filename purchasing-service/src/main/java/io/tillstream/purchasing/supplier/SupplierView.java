package io.tillstream.purchasing.supplier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/** A supplier as readers see it. */
public record SupplierView(UUID id, @JsonUnwrapped SupplierDetails details, long version, Instant updatedAt) {

    @JsonIgnore
    public boolean isActive() {
        return details.status() == SupplierStatus.ACTIVE;
    }
}
