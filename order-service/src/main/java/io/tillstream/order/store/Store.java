package io.tillstream.order.store;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A shop: where tills stand, in which currency and time zone it trades. */
@Entity
class Store {

    @Id
    private String id;

    @Embedded
    private StoreDetails details;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Store() {}

    Store(String id, StoreDetails details) {
        this.id = id;
        this.details = details;
    }

    /** True when this changed something. */
    boolean describe(StoreDetails newDetails) {
        boolean changed = !details.equals(newDetails);
        details = newDetails;
        return changed;
    }

    StoreView view() {
        return new StoreView(id, details, version == null ? 0 : version);
    }
}
