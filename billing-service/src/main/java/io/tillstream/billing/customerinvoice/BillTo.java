package io.tillstream.billing.customerinvoice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whom the invoice is made out to.
 *
 * @param taxId the customer's VAT id, for business customers
 */
record BillTo(
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = PostalAddress.PRINTABLE, message = "must not contain control characters")
        String name,

        @NotNull @Valid PostalAddress address,

        @Size(max = 30)
        @Pattern(regexp = PostalAddress.PRINTABLE, message = "must not contain control characters")
        @Nullable
        String taxId) {}
