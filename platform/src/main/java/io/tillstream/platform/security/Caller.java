package io.tillstream.platform.security;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the request, as its checked token says.
 *
 * @param subject Keycloak's user id
 * @param name what people call them
 * @param stores ids of the stores they work in; {@code *} is every store
 * @param supplierId set for suppliers only
 */
public record Caller(
        String subject,
        String name,
        Set<Role> roles,
        Set<String> stores,
        @Nullable UUID supplierId) {
    private static final String EVERY_STORE = "*";

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean mayServe(String storeId) {
        return stores.contains(storeId) || stores.contains(EVERY_STORE);
    }

    public boolean servesEveryStore() {
        return stores.contains(EVERY_STORE);
    }

    /** @throws NotYourStore when the caller does not work in that store */
    public void mustServe(String storeId) {
        if (!mayServe(storeId)) {
            throw new NotYourStore(storeId);
        }
    }
}
