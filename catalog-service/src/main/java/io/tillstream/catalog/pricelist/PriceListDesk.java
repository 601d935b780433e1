package io.tillstream.catalog.pricelist;

import io.tillstream.catalog.pricebook.PriceBookVersions;
import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.Stale;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where price lists are made, changed and ended. */
@Service
class PriceListDesk {
    private static final String TOPIC = "pos.catalog.price-list";
    private static final String PRICE_LIST_CHANGED = "catalog.price-list-changed.v1";

    private final PriceLists lists;
    private final PriceListRules rules;
    private final PriceBookVersions priceBook;
    private final Outbox outbox;
    private final Clock clock;

    PriceListDesk(PriceLists lists, PriceListRules rules, PriceBookVersions priceBook, Outbox outbox, Clock clock) {
        this.lists = lists;
        this.rules = rules;
        this.priceBook = priceBook;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Stores a new list or changes a known one. Sending again what is already stored changes nothing.
     *
     * @param expectedVersion what the sender read last; required to change a known list
     * @throws Stale when the list has changed since, or when it is known and no version is given
     */
    @Transactional
    public Kept keep(UUID id, PriceListTerms terms, @Nullable Long expectedVersion, Caller caller) {
        mayPrice(terms, caller);
        Optional<PriceList> known = lists.find(id);
        if (known.isPresent() && known.get().terms().equals(terms)) {
            return new Kept(known.get(), false);
        }
        known.ifPresent(list -> mayPrice(list.terms(), caller));
        if (!known.map(PriceList::version).equals(Optional.ofNullable(expectedVersion))) {
            throw new Stale();
        }
        PriceListTerms before = known.map(PriceList::terms).orElse(null);
        rules.check(id, terms, before);
        long version = expectedVersion == null ? 0 : expectedVersion + 1;
        PriceList list = new PriceList(id, terms, version, clock.instant(), caller.subject());
        if (!(known.isPresent() ? lists.change(list) : lists.add(list))) {
            throw new Stale();
        }
        if (before != null && terms.reachesFurtherThan(before)) {
            priceBook.changedInPriceList(id);
        }
        // after the prices: a till that has come this far knows them all
        PriceListChanged news = PriceListChanged.of(list, priceBook.priceListsChanged());
        outbox.append(OutgoingEvent.of(TOPIC, id.toString(), PRICE_LIST_CHANGED, version, list.changedAt(), news));
        return new Kept(list, known.isEmpty());
    }

    private static void mayPrice(PriceListTerms terms, Caller caller) {
        terms.stores().forEach(caller::mustServe);
        if (terms.stores().isEmpty()
                && !caller.has(Role.BUYER)
                && !caller.has(Role.OPS)
                && !caller.servesEveryStore()) {
            throw new GeneralPriceListNotYours();
        }
    }

    /** @param created false when the list was known before */
    record Kept(PriceList list, boolean created) {}
}
