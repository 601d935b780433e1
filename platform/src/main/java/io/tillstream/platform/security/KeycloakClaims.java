package io.tillstream.platform.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads a {@link Caller} out of the claims that the realm's mappers put into a token. */
final class KeycloakClaims {
    private KeycloakClaims() {}

    static Caller caller(Jwt jwt) {
        String subject = String.valueOf(jwt.getSubject());
        String name = jwt.getClaimAsString("preferred_username");
        List<String> stores = jwt.getClaimAsStringList("stores");
        return new Caller(
                subject,
                name == null ? subject : name,
                roles(jwt),
                stores == null ? Set.of() : Set.copyOf(stores),
                supplierId(jwt.getClaimAsString("supplier_id")));
    }

    private static Set<Role> roles(Jwt jwt) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        Map<String, Object> realmAccess = jwt.getClaimAsMap("realm_access");
        if (realmAccess != null && realmAccess.get("roles") instanceof Collection<?> names) {
            names.forEach(name -> Role.ofRealmRole(String.valueOf(name)).ifPresent(roles::add));
        }
        return Set.copyOf(roles);
    }

    private static @Nullable UUID supplierId(@Nullable String claim) {
        try {
            return claim == null || claim.isEmpty() ? null : UUID.fromString(claim);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
