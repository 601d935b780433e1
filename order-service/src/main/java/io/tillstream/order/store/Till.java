package io.tillstream.order.store;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A till: one drawer, one series of receipt numbers, in one store for ever. */
@Entity
class Till {

    @Id
    private String id;

    @Embedded
    private TillDetails details;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Till() {}

    Till(String id, TillDetails details) {
        this.id = id;
        this.details = details;
    }

    /** True when this changed something. A till keeps its store: its receipt numbers belong there. */
    boolean describe(TillDetails newDetails) {
        if (!details.storeId().equals(newDetails.storeId())) {
            throw new TillStandsElsewhere(id, details.storeId());
        }
        boolean changed = !details.equals(newDetails);
        details = newDetails;
        return changed;
    }

    TillView view() {
        return new TillView(id, details, version == null ? 0 : version);
    }
}
