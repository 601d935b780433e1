package io.tillstream.catalog.changeset;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an applied change set did to a product, and what its reversal made of that.
 *
 * @param priceBefore null when a field was changed, or there was no price
 * @param valueBefore of the field that was changed; the id of a category; null: none
 */
record ChangeSetLine(
        UUID productId,
        String sku,
        String name,
        BigDecimal minimumQuantity,
        @Nullable BigDecimal priceBefore,
        @Nullable BigDecimal priceAfter,
        @Nullable String valueBefore,
        @Nullable String valueAfter,
        State state) {

    /** Where the line stands; all but the first two were left as they are when the set was reverted. */
    enum State {
        SET,
        SET_BACK,
        CHANGED_SINCE,
        PRICE_FIXED,
        REFUSED
    }
}
