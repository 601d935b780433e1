package io.tillstream.catalog.changeset;

import io.tillstream.catalog.price.PricesInBulk;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Stale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where change sets are written and looked at. */
@Service
class ChangeSetDesk {
    private final ChangeSets sets;
    private final EditRules rules;
    private final PricesInBulk prices;
    private final Forecast forecast;
    private final Premises premises;

    ChangeSetDesk(ChangeSets sets, EditRules rules, PricesInBulk prices, Forecast forecast, Premises premises) {
        this.sets = sets;
        this.rules = rules;
        this.prices = prices;
        this.forecast = forecast;
        this.premises = premises;
    }

    /**
     * Stores a new draft or changes a known one. Sending again what is already stored changes nothing.
     *
     * @param expectedVersion what the sender read last; required to change a known draft
     * @throws Stale when the draft has changed since, or when it is known and no version is given
     */
    @Transactional
    public Kept keep(UUID id, ChangeSetTerms terms, @Nullable Long expectedVersion, Caller caller) {
        rules.check(terms);
        mayChange(terms, caller);
        Optional<ChangeSet> known = sets.take(id);
        if (known.isPresent() && known.get().terms().equals(terms)) {
            return new Kept(known.get(), false);
        }
        known.ifPresent(set -> mayChange(set.terms(), caller));
        if (known.isPresent() && known.get().state() != ChangeSetState.DRAFT) {
            throw WrongState.notDraft(known.get().state());
        }
        if (!known.map(ChangeSet::version).equals(Optional.ofNullable(expectedVersion))) {
            throw new Stale();
        }
        boolean stored =
                expectedVersion == null ? sets.add(id, terms, caller) : sets.change(id, terms, expectedVersion, caller);
        if (!stored) {
            throw new Stale();
        }
        return new Kept(sets.find(id).orElseThrow(), known.isEmpty());
    }

    /** What terms would do that nobody has stored. */
    @Transactional(readOnly = true)
    public ChangePreview preview(ChangeSetTerms terms, Wanted wanted) {
        rules.check(terms);
        return ChangePreview.of(
                forecast.of(terms, premises.moment(wanted.at(), wanted.storeId(), terms.edit())),
                wanted.shown(),
                wanted.cursor(),
                Page.limit(wanted.limit()));
    }

    ChangeSet read(UUID id, Caller caller) {
        return sets.find(id)
                .filter(set -> set.terms().edit().storeId() == null
                        || caller.mayServe(set.terms().edit().storeId()))
                .orElseThrow(() -> new NotFound("change set " + id));
    }

    private void mayChange(ChangeSetTerms terms, Caller caller) {
        if (terms.edit().kind().isPrice()) {
            prices.mayPrice(terms.edit().place(), caller);
        }
    }

    /** @param created false when the draft was known before */
    record Kept(ChangeSet set, boolean created) {}
}
