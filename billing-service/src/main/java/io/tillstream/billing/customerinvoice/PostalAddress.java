package io.tillstream.billing.customerinvoice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where somebody gets post; the country by ISO 3166-1 alpha-2. */
record PostalAddress(
        @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE, message = "must not contain control characters")
        String street,

        @NotNull @Size(max = 20) @Pattern(regexp = PRINTABLE, message = "must not contain control characters")
        String postalCode,

        @NotBlank @Size(max = 100) @Pattern(regexp = PRINTABLE, message = "must not contain control characters")
        String city,

        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters (ISO 3166-1), such as DE")
        String country) {

    static final String PRINTABLE = "\\P{Cntrl}*";
}
