package io.tillstream.catalog.changeset;

import io.tillstream.catalog.price.NewPrice;
import io.tillstream.catalog.price.PricePlace;
import io.tillstream.catalog.price.PricesInBulk;
import io.tillstream.catalog.price.StandingPrice;
import io.tillstream.platform.id.UuidV7;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes back prices. Those still to come never begin. Those that have begun were charged: what stood before them begins
 * anew, and the history keeps both.
 */
@Component
class PriceReversal {
    private final PricesInBulk prices;
    private final Premises premises;

    PriceReversal(PricesInBulk prices, Premises premises) {
        this.prices = prices;
        this.premises = premises;
    }

    Reversal.Outcomes revert(ChangeSet set, List<ChangeSetLines.Kept> kept, String by) {
        PricePlace place = set.terms().edit().place();
        Instant began = Objects.requireNonNull(set.appliesAt(), "every applied set has its moment");
        Instant now = premises.now();
        Instant from = began.isAfter(now) ? began : now;
        List<UUID> products =
                kept.stream().map(ChangeSetLines.Kept::productId).distinct().toList();
        Map<Place, StandingPrice> standing = by(prices.standing(place, from, products));
        Map<Place, StandingPrice> before = by(prices.standing(place, began.minus(1, ChronoUnit.MINUTES), products));
        List<Reversal.Decided> decided = new ArrayList<>(kept.size());
        List<NewPrice> takingBack = new ArrayList<>(kept.size());
        for (ChangeSetLines.Kept line : kept) {
            StandingPrice stands = standing.get(Place.of(line));
            ChangeSetLine.State state = state(line, stands);
            decided.add(new Reversal.Decided(line, state));
            if (stands != null && state == ChangeSetLine.State.SET_BACK) {
                takingBack.add(takingBack(line, stands, before.get(Place.of(line)), from, began));
            }
        }
        prices.set(place, takingBack, by);
        return new Reversal.Outcomes(decided);
    }

    private static ChangeSetLine.State state(ChangeSetLines.Kept line, @Nullable StandingPrice stands) {
        if (stands == null || !same(stands.amount(), line.priceAfter())) {
            return ChangeSetLine.State.CHANGED_SINCE;
        }
        return stands.fixed() == null ? ChangeSetLine.State.SET_BACK : ChangeSetLine.State.PRICE_FIXED;
    }

    private static NewPrice takingBack(
            ChangeSetLines.Kept line,
            StandingPrice stands,
            @Nullable StandingPrice before,
            Instant from,
            Instant began) {
        // a price that the set replaced for good is in no history any more, only in the set's own line
        BigDecimal former = line.replaced() ? line.priceBefore() : before == null ? null : before.amount();
        BigDecimal after = Objects.requireNonNull(line.priceAfter());
        boolean neverBegins = from.equals(began) && !line.replaced();
        if (former == null || (neverBegins && stands.beginsAt(from))) {
            Instant since = Objects.requireNonNull(stands.since());
            return new NewPrice(UuidV7.next(), line.productId(), line.minimumQuantity(), after, since, from);
        }
        return new NewPrice(UuidV7.next(), line.productId(), line.minimumQuantity(), former, from, null);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) == 0;
    }

    private static Map<Place, StandingPrice> by(List<StandingPrice> prices) {
        return prices.stream()
                .collect(Collectors.toMap(
                        price -> new Place(
                                price.productId(), price.minimumQuantity().stripTrailingZeros()),
                        Function.identity()));
    }

    /** Which price of a product. */
    private record Place(UUID productId, BigDecimal minimumQuantity) {
        static Place of(ChangeSetLines.Kept line) {
            return new Place(line.productId(), line.minimumQuantity().stripTrailingZeros());
        }
    }
}
