package io.tillstream.customer.profile;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A postal address; the country is an ISO 3166 two-letter code. */
public record Address(
        @Nullable @Size(max = 200) String street,
        @Nullable @Size(max = 20) String postalCode,
        @Nullable @Size(max = 100) String city,

        @Nullable @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter country code such as \"DE\"")
        String country) {}
