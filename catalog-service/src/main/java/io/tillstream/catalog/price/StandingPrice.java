package io.tillstream.catalog.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a product costs in one place at one moment, and what lies in the way of another price from then on.
 *
 * @param minimumQuantity how many of the product a basket must hold; 0: any quantity
 * @param amount of the price without an end; null: there is none
 * @param since when it began
 * @param fixed amount of a price with an end that holds then; none may begin before its end
 * @param nextFrom when another price follows that was set already
 */
public record StandingPrice(
        UUID productId,
        BigDecimal minimumQuantity,
        @Nullable BigDecimal amount,
        @Nullable Instant since,
        @Nullable BigDecimal fixed,
        @Nullable Instant fixedUntil,
        @Nullable Instant nextFrom,
        @Nullable BigDecimal nextAmount) {

    /** What it comes to where it holds for want of another price: there it has not begun, and nothing lies in the way. */
    public StandingPrice elsewhere() {
        BigDecimal charged = fixed == null ? amount : fixed;
        return new StandingPrice(productId, minimumQuantity, charged, null, null, null, null, null);
    }

    /** Whether it begins at that very moment, so that another one from then on takes its place for good. */
    public boolean beginsAt(Instant moment) {
        return moment.equals(since);
    }
}
