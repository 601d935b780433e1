package io.tillstream.purchasing.supplier;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Everything about a supplier but the id. Orders go to {@code email}; days are calendar days. */
@Embeddable
public record SupplierDetails(
        @NotBlank @Size(max = 200) String name,

        @Nullable
        @Size(max = 254)
        @Email(
                regexp = "[^\\s@<>,;]+@[^\\s@<>,;]+",
                message = "must be one e-mail address such as \"orders@example.org\"")
        String email,

        @JdbcTypeCode(SqlTypes.CHAR)
        @NotNull
        @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code such as \"EUR\"")
        String currency,

        @NotNull @Min(0) @Max(365) Integer paymentTermDays,
        @NotNull @Min(0) @Max(365) Integer leadTimeDays,
        @Nullable @Valid @Embedded Address address,
        @NotNull @Enumerated(EnumType.STRING) SupplierStatus status) {}
