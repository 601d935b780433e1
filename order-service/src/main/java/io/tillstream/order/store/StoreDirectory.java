package io.tillstream.order.store;

import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import io.tillstream.platform.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory of stores and tills: who stands where, and since which change. */
@Service
public class StoreDirectory {

    private final Stores stores;
    private final Tills tills;
    private final Outbox outbox;
    private final Clock clock;

    StoreDirectory(Stores stores, Tills tills, Outbox outbox, Clock clock) {
        this.stores = stores;
        this.tills = tills;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Described<StoreView> describeStore(String id, StoreDetails details, Caller caller) {
        NotASlug.check(id);
        caller.mustServe(id);
        if (!details.standsInItsCountry()) {
            throw new RegionElsewhere(details);
        }
        Optional<Store> known = stores.findById(id);
        StoreDetails rated = details.ratedBy(
                caller.name(),
                clock.instant(),
                known.map(store -> store.view().details()).orElse(null));
        if (known.isPresent() && !known.get().describe(rated)) {
            return new Described<>(known.get().view(), false);
        }
        StoreView store =
                stores.saveAndFlush(known.orElseGet(() -> new Store(id, rated))).view();
        outbox.append(OutgoingEvent.of(
                "pos.order.store", id, "order.store-changed.v1", store.version(), clock.instant(), store));
        return new Described<>(store, known.isEmpty());
    }

    @Transactional
    Described<TillView> describeTill(String id, TillDetails details, Caller caller) {
        NotASlug.check(id);
        caller.mustServe(details.storeId());
        if (!stores.existsById(details.storeId())) {
            throw new UnknownStore(details.storeId());
        }
        Optional<Till> known = tills.findById(id);
        known.ifPresent(till -> till.describe(details));
        TillView till =
                tills.saveAndFlush(known.orElseGet(() -> new Till(id, details))).view();
        return new Described<>(till, known.isEmpty());
    }

    @Transactional(readOnly = true)
    List<StoreView> storesOf(Caller caller) {
        return stores.findAll(Sort.by("id")).stream()
                .map(Store::view)
                .filter(store -> caller.mayServe(store.id()))
                .toList();
    }

    @Transactional(readOnly = true)
    StoreView store(String id, Caller caller) {
        return stores.findById(id)
                .filter(store -> caller.mayServe(id))
                .orElseThrow(() -> new UnknownStore(id))
                .view();
    }

    @Transactional(readOnly = true)
    List<TillView> tillsOf(String storeId, Caller caller) {
        store(storeId, caller);
        return tills.findByDetailsStoreIdOrderById(storeId).stream()
                .map(Till::view)
                .toList();
    }

    @Transactional(readOnly = true)
    TillView till(String id, Caller caller) {
        return tills.findById(id)
                .map(Till::view)
                .filter(till -> caller.mayServe(till.details().storeId()))
                .orElseThrow(() -> new UnknownTill(id));
    }

    /** Fails when there is no such till, or none that the caller may see. */
    @Transactional(readOnly = true)
    public void mustSeeTill(String tillId, Caller caller) {
        till(tillId, caller);
    }

    /** The store that a till stands in; fails when there is no such till, or none that the caller may see. */
    @Transactional(readOnly = true)
    public String storeOfTill(String tillId, Caller caller) {
        return till(tillId, caller).details().storeId();
    }

    /** Fails unless the till stands in that store. */
    @Transactional(readOnly = true)
    public void mustStandIn(String tillId, String storeId) {
        if (!tills.existsByIdAndDetailsStoreId(tillId, storeId)) {
            throw new UnknownTill(tillId);
        }
    }

    /** A store or till after it was described, and whether it is new. */
    record Described<T>(T view, boolean created) {}
}
