package io.tillstream.catalog.promotion;

import io.tillstream.catalog.pricebook.PriceBookVersions;
import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.FieldError;
import io.tillstream.platform.web.Stale;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where promotions are made, changed and ended. */
@Service
class PromotionDesk {
    private static final String TOPIC = "pos.catalog.promotion";
    private static final String PROMOTION_CHANGED = "catalog.promotion-changed.v1";

    private final Promotions promotions;
    private final PriceBookVersions priceBook;
    private final Outbox outbox;
    private final Clock clock;

    PromotionDesk(Promotions promotions, PriceBookVersions priceBook, Outbox outbox, Clock clock) {
        this.promotions = promotions;
        this.priceBook = priceBook;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Stores a new promotion or changes a known one. Sending again what is already stored changes nothing.
     *
     * @param expectedVersion what the sender read last; required to change a known promotion
     * @throws Stale when the promotion has changed since, or when it is known and no version is given
     */
    @Transactional
    public Kept keep(UUID id, PromotionTerms terms, @Nullable Long expectedVersion, Caller caller) {
        mayPromote(terms, caller);
        TermsRules.check(terms);
        Optional<Promotion> known = promotions.find(id);
        if (known.isPresent() && known.get().terms().equals(terms)) {
            return new Kept(known.get(), false);
        }
        known.ifPresent(promotion -> mayPromote(promotion.terms(), caller));
        if (!known.map(Promotion::version).equals(Optional.ofNullable(expectedVersion))) {
            throw new Stale();
        }
        mustNotBeTooMany(terms);
        long version = expectedVersion == null ? 0 : expectedVersion + 1;
        Promotion promotion = new Promotion(id, terms, version, clock.instant(), caller.subject());
        boolean stored = known.isPresent() ? promotions.change(promotion) : promotions.add(promotion);
        if (!stored) {
            throw new Stale();
        }
        PromotionChanged news = PromotionChanged.of(promotion, priceBook.promotionsChanged());
        outbox.append(OutgoingEvent.of(TOPIC, id.toString(), PROMOTION_CHANGED, version, promotion.changedAt(), news));
        return new Kept(promotion, known.isEmpty());
    }

    private static void mayPromote(PromotionTerms terms, Caller caller) {
        terms.stores().forEach(caller::mustServe);
        if (terms.stores().isEmpty()
                && !caller.has(Role.BUYER)
                && !caller.has(Role.OPS)
                && !caller.servesEveryStore()) {
            throw new GeneralPromotionNotYours();
        }
    }

    private void mustNotBeTooMany(PromotionTerms terms) {
        if (terms.active() && promotions.countActive() >= Promotions.MOST_ACTIVE) {
            throw new PromotionNotValid(List.of(new FieldError(
                    "/active",
                    "There are " + Promotions.MOST_ACTIVE
                            + " active promotions, the most that a till can try. End one first.")));
        }
    }

    /** @param created false when the promotion was known before */
    record Kept(Promotion promotion, boolean created) {}
}
