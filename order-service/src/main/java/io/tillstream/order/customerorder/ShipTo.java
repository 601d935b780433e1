package io.tillstream.order.customerorder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Where an order is shipped to. It is kept here and nowhere else, so that it can be forgotten. */
@Embeddable
record ShipTo(
        @Column(name = "ship_to_name") @NotBlank @Size(max = 200)
        String name,

        @Column(name = "ship_to_street") @NotBlank @Size(max = 200)
        String street,

        @Column(name = "ship_to_postal_code") @NotBlank @Size(max = 20)
        String postalCode,

        @Column(name = "ship_to_city") @NotBlank @Size(max = 100)
        String city,

        @Column(name = "ship_to_country")
        @JdbcTypeCode(SqlTypes.CHAR)
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter country code such as \"DE\"")
        String country) {

    @Override
    public String toString() {
        return "ShipTo[…]"; // personal data stays out of logs
    }
}
