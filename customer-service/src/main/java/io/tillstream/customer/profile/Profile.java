package io.tillstream.customer.profile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the shop knows of a customer, as a person types it. */
public record Profile(
        @NotBlank @Size(max = 200) String name,

        @Nullable @Email(message = "must be an e-mail address such as \"anna@example.org\"") @Size(max = 254)
        String email,

        @Nullable
        @Pattern(regexp = "\\+?[0-9][0-9 ()/.-]{3,30}", message = "must be a phone number such as \"+49 170 1234567\"")
        String phone,

        @Nullable @Valid Address address,

        @Nullable
        @Pattern(regexp = "[A-Z0-9_-]{1,20}", message = "must be a code of capitals, digits, dashes, such as \"STAFF\"")
        String groupCode,

        @Nullable @Pattern(regexp = "[A-Za-z0-9 ./-]{2,30}", message = "must be a tax number such as \"DE123456789\"")
        String taxId,

        @Nullable @Valid TaxExemption taxExemption) {

    @Override
    public String toString() {
        return "Profile[…]"; // personal data stays out of logs
    }
}
