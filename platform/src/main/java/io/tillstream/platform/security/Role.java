package io.tillstream.platform.security;

import java.util.Locale;
import java.util.Optional;

/** What a person may do, as Keycloak's realm roles name it ({@code store-manager}). */
public enum Role {
    CASHIER,
    SHIFT_LEAD,
    STORE_MANAGER,
    BUYER,
    ACCOUNTANT,
    SUPPLIER,
    OPS,
    AUDITOR;

    static Optional<Role> ofRealmRole(String realmRole) {
        String name = realmRole.replace('-', '_').toUpperCase(Locale.ROOT);
        for (Role role : values()) {
            if (role.name().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
