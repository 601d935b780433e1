package io.tillstream.catalog.changeset;

import io.tillstream.catalog.price.NewPrice;
import io.tillstream.catalog.price.PricesInBulk;
import io.tillstream.catalog.producthistory.Author;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Stale;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a draft becomes what the tills charge: all of it or, when asked, its good lines; in one transaction. */
@Service
class Application {
    private final ChangeSets sets;
    private final ChangeSetLines lines;
    private final LockedForecast forecast;
    private final Premises premises;
    private final PricesInBulk prices;
    private final FieldEdits fields;
    private final EditRules rules;

    Application(
            ChangeSets sets,
            ChangeSetLines lines,
            LockedForecast forecast,
            Premises premises,
            PricesInBulk prices,
            FieldEdits fields,
            EditRules rules) {
        this.sets = sets;
        this.lines = lines;
        this.forecast = forecast;
        this.premises = premises;
        this.prices = prices;
        this.fields = fields;
        this.rules = rules;
    }

    /**
     * Applies a draft now, or schedules it. Sending it again changes nothing.
     *
     * @param expectedVersion of the draft that was looked at
     */
    @Transactional
    public ChangeSet apply(UUID id, ApplicationRequest request, @Nullable Long expectedVersion, Caller caller) {
        ChangeSet set = sets.take(id).orElseThrow(() -> new NotFound("change set " + id));
        ChangeSetTerms.Edit edit = set.terms().edit();
        if (edit.kind().isPrice()) {
            prices.mayPrice(edit.place(), caller);
        }
        if (set.state() != ChangeSetState.DRAFT) {
            return asked(set, request);
        }
        if (!Objects.equals(set.version(), expectedVersion)) {
            throw new Stale();
        }
        rules.check(set.terms());
        Instant moment = premises.moment(request.at(), request.storeId(), edit);
        List<ForecastLine> changing = changing(set.terms(), moment, request);
        lines.add(id, changing);
        boolean later = request.at() != null;
        if (edit.kind().isPrice()) {
            setPrices(edit, changing, moment, caller.subject());
        } else if (!later) {
            fields.setAll(edit.kind(), changing, Author.applying(id, caller.subject(), caller.name()));
        }
        ChangeSetState state = later ? ChangeSetState.SCHEDULED : ChangeSetState.APPLIED;
        sets.turn(id, state, moment, caller.subject(), caller.name());
        return sets.find(id).orElseThrow();
    }

    private ChangeSet asked(ChangeSet set, ApplicationRequest request) {
        boolean same = request.at() == null
                ? set.state() == ChangeSetState.APPLIED
                : set.state() == ChangeSetState.SCHEDULED
                        && premises.moment(
                                        request.at(),
                                        request.storeId(),
                                        set.terms().edit())
                                .equals(set.appliesAt());
        if (!same) {
            throw WrongState.notDraft(set.state());
        }
        return set;
    }

    /** What changes; nothing that the sender has not seen. */
    private List<ForecastLine> changing(ChangeSetTerms terms, Instant moment, ApplicationRequest request) {
        List<ForecastLine> all = forecast.of(terms, moment);
        if (request.preview() != null
                && !request.preview().equals(ChangeSummary.of(all).fingerprint())) {
            throw WrongState.previewOutdated();
        }
        List<ForecastLine> failing = all.stream().filter(ForecastLine::fails).toList();
        if (!failing.isEmpty() && !request.withoutTheFailing()) {
            throw new LinesFail(failing);
        }
        List<ForecastLine> changing = all.stream().filter(ForecastLine::changes).toList();
        if (changing.isEmpty()) {
            throw new ChangeSetNotValid(
                    "/selection", "Nothing would change: no product is found, or all are as you want them already.");
        }
        return changing;
    }

    private void setPrices(ChangeSetTerms.Edit edit, List<ForecastLine> changing, Instant moment, String by) {
        List<NewPrice> set = changing.stream()
                .map(line -> new NewPrice(
                        UuidV7.next(),
                        line.productId(),
                        line.minimumQuantity(),
                        Objects.requireNonNull(line.priceAfter()),
                        moment,
                        null))
                .toList();
        prices.set(edit.place(), set, by);
    }
}
