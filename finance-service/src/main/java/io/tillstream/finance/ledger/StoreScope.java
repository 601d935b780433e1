package io.tillstream.finance.ledger;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose books a question is about.
 *
 * @param stores the stores to include; empty means every store
 */
record StoreScope(Set<String> stores) {
    /** The asked-for store, or without one all stores that the caller works in; another store's books do not exist. */
    static StoreScope of(Caller caller, @Nullable String storeId) {
        if (storeId != null) {
            if (!caller.mayServe(storeId)) {
                throw new NotFound("store \"" + storeId + "\"");
            }
            return new StoreScope(Set.of(storeId));
        }
        if (caller.servesEveryStore()) {
            return new StoreScope(Set.of());
        }
        if (caller.stores().isEmpty()) {
            throw new NotFound("store");
        }
        return new StoreScope(caller.stores());
    }

    boolean everyStore() {
        return stores.isEmpty();
    }

    String[] asArray() {
        return stores.toArray(String[]::new);
    }
}
