package io.tillstream.platform.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads a {@link Caller} out of the claims that the realm's mappers put into a token. */
final class KeycloakClaims {
    private KeycloakClaims() {}

    static Caller caller(Jwt jwt) {
        String subject = String.valueOf(jwt.getSubject());
        List<String> stores = jwt.getClaimAsStringList("stores");
        return new Caller(
                subject,
                nameOf(jwt).orElse(subject),
                roles(jwt),
                stores == null ? Set.of() : Set.copyOf(stores),
                supplierId(jwt.getClaimAsString("supplier_id")));
    }

    /** As their colleagues know them; accounts of programs have no other name than the one they sign in with. */
    private static Optional<String> nameOf(Jwt jwt) {
        return Stream.of("name", "preferred_username")
                .map(jwt::getClaimAsString)
                .filter(name -> name != null && !name.isBlank())
                .findFirst();
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
