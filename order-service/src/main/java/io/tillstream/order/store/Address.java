package io.tillstream.order.store;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Where a store is; what its receipts print. */
@Embeddable
public record Address(
        @NotNull @Size(max = 200) String street,
        @NotNull @Size(max = 20) String postalCode,
        @NotBlank @Size(max = 100) String city,

        @JdbcTypeCode(SqlTypes.CHAR)
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "is a two-letter ISO 3166 code, like DE")
        String country) {}
