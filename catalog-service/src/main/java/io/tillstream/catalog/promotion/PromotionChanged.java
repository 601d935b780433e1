package io.tillstream.catalog.promotion;

import java.time.Instant;
import java.util.UUID;

/**
 * Body of {@code catalog.promotion-changed.v1}.
 *
 * @param bookVersion the version of the price book from which on a till knows it
 */
record PromotionChanged(
        UUID id, PromotionTerms terms, long version, Instant changedAt, String changedBy, long bookVersion) {
    static PromotionChanged of(Promotion promotion, long bookVersion) {
        return new PromotionChanged(
                promotion.id(),
                promotion.terms(),
                promotion.version(),
                promotion.changedAt(),
                promotion.changedBy(),
                bookVersion);
    }
}
