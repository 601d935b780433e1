package io.tillstream.customer.profile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer is charged no tax: the certificate that they proved it with.
 *
 * @param validUntil the last day on which it holds, by the calendar of the store; null: until it is taken back
 */
public record TaxExemption(
        @NotBlank @Size(max = 60) String certificate,
        @Nullable LocalDate validUntil) {

    @Override
    public String toString() {
        return "TaxExemption[…]"; // the certificate tells who they are
    }
}
