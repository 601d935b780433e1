package io.tillstream.purchasing.supplier;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Where a supplier gets post. */
@Embeddable
public record Address(
        @NotBlank @Size(max = 200) String street,
        @NotBlank @Size(max = 20) String postalCode,
        @NotBlank @Size(max = 100) String city,

        @JdbcTypeCode(SqlTypes.CHAR)
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter country code such as \"DE\"")
        String country) {}
