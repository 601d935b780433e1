package io.tillstream.customer.profile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer as the till shows them; of one who was forgotten only the id and the status are left. */
public record CustomerView(
        UUID id,
        CustomerStatus status,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Address address,
        @Nullable String groupCode,
        @Nullable String taxId,
        @Nullable TaxExemption taxExemption,
        long version,
        Instant updatedAt) {

    static CustomerView of(Customer customer, @Nullable PersonalData data) {
        return new CustomerView(
                customer.id(),
                customer.status(),
                data == null ? null : data.name(),
                data == null ? null : data.email(),
                data == null ? null : data.phone(),
                data == null ? null : data.address(),
                customer.groupCode(),
                data == null ? null : data.taxId(),
                data == null ? null : data.taxExemption(),
                customer.version(),
                customer.updatedAt());
    }

    @Override
    public String toString() {
        return "CustomerView[id=" + id + ", …]"; // personal data stays out of logs
    }
}
