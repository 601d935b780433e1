package io.tillstream.order.pricing;

import io.tillstream.order.pricing.BasketToPrice.LineToPrice;
import io.tillstream.order.pricing.PriceList.ListedPrice;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the unit price of a product: of all lists that hold for store, customer group and time the one of the highest priority;
 * among equals the lower price, then the list whose id comes first. Within a list the highest quantity break that is reached, then
 * the price that became valid last.
 */
final class PriceSelection {

    private static final Comparator<PriceList> RANK =
            Comparator.comparing(PriceList::priority, Comparator.reverseOrder()).thenComparing(PriceList::id);

    private static final Comparator<Candidate> BEST = Comparator.comparing(
                    (Candidate candidate) -> candidate.list().priority(), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.price().price())
            .thenComparing(candidate -> candidate.list().id());

    private static final Comparator<ListedPrice> BEST_WITHIN_LIST = Comparator.comparing(
                    ListedPrice::minimumQuantity, Comparator.reverseOrder())
            .thenComparing(ListedPrice::validFrom, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(ListedPrice::price);

    private record Offer(PriceList list, List<ListedPrice> prices) {}

    private record Candidate(PriceList list, ListedPrice price) {}

    private final Map<String, List<Offer>> offers;

    PriceSelection(List<PriceList> priceLists) {
        this.offers = offersByProduct(priceLists);
    }

    /** {@code quantity} is what decides the quantity break. Null when no list has a price. */
    @Nullable
    BigDecimal find(LineToPrice line, BigDecimal quantity, BasketToPrice basket, Trace trace) {
        List<Candidate> open = new ArrayList<>();
        for (Offer offer : offers.getOrDefault(line.product(), List.of())) {
            Refusal refusal = listRefusal(offer.list(), basket);
            ListedPrice price = refusal == null ? bestPrice(offer.prices(), quantity, basket.at()) : null;
            if (price == null) {
                Refusal why = refusal == null ? priceRefusal(offer.prices(), quantity, basket.at()) : refusal;
                trace.add(
                        TraceEntry.Kind.PRICE,
                        why.code(),
                        offer.list().id(),
                        List.of(line.id()),
                        why.parametersWith("list", offer.list().name()));
            } else {
                open.add(new Candidate(offer.list(), price));
            }
        }
        return open.isEmpty() ? null : choose(line, open, trace);
    }

    private static BigDecimal choose(LineToPrice line, List<Candidate> open, Trace trace) {
        Candidate chosen = open.stream().min(BEST).orElseThrow();
        for (Candidate other : open) {
            if (!other.equals(chosen)) {
                trace.add(
                        TraceEntry.Kind.PRICE,
                        "OUTRANKED",
                        other.list().id(),
                        List.of(line.id()),
                        Map.of(
                                "list", other.list().name(),
                                "price", trace.money(other.price().price()),
                                "by", chosen.list().name()));
            }
        }
        trace.add(
                TraceEntry.Kind.PRICE,
                "CHOSEN",
                chosen.list().id(),
                List.of(line.id()),
                Map.of(
                        "list", chosen.list().name(),
                        "price", trace.money(chosen.price().price()),
                        "minimum", Decimals.text(chosen.price().minimumQuantity())));
        return chosen.price().price();
    }

    /** Quantity breaks look at all of a product that the basket sells at list price, however often it was scanned. */
    static Map<String, BigDecimal> quantitiesAtListPrice(List<LineToPrice> lines) {
        Map<String, BigDecimal> quantities = new HashMap<>();
        for (LineToPrice line : lines) {
            if (line.quantity().signum() > 0 && line.fixedPrice() == null && line.original() == null) {
                quantities.merge(line.product(), line.quantity(), BigDecimal::add);
            }
        }
        return quantities;
    }

    /** Goods that come back without a receipt count for themselves. */
    static BigDecimal quantityForBreak(LineToPrice line, Map<String, BigDecimal> quantities) {
        return line.quantity().signum() < 0
                ? line.quantity().negate()
                : quantities.getOrDefault(line.product(), line.quantity());
    }

    private static Map<String, List<Offer>> offersByProduct(List<PriceList> priceLists) {
        Map<String, List<Offer>> offers = new HashMap<>();
        for (PriceList list : priceLists.stream().sorted(RANK).toList()) {
            Map<String, List<ListedPrice>> prices = new LinkedHashMap<>();
            for (ListedPrice price : list.prices()) {
                prices.computeIfAbsent(price.product(), product -> new ArrayList<>())
                        .add(price);
            }
            prices.forEach((product, listed) ->
                    offers.computeIfAbsent(product, each -> new ArrayList<>()).add(new Offer(list, listed)));
        }
        return offers;
    }

    private static @Nullable Refusal listRefusal(PriceList list, BasketToPrice basket) {
        if (!list.stores().isEmpty() && !list.stores().contains(basket.store())) {
            return new Refusal("NOT_THIS_STORE");
        }
        if (!list.customerGroups().isEmpty()
                && !list.customerGroups().contains(Objects.requireNonNullElse(basket.customerGroup(), ""))) {
            return new Refusal("NOT_THIS_CUSTOMER_GROUP");
        }
        return Period.refusal(list.validFrom(), list.validUntil(), basket.at());
    }

    private static @Nullable ListedPrice bestPrice(List<ListedPrice> prices, BigDecimal quantity, LocalDateTime at) {
        return prices.stream()
                .filter(price -> price.minimumQuantity().compareTo(quantity) <= 0)
                .filter(price -> Period.refusal(price.validFrom(), price.validUntil(), at) == null)
                .min(BEST_WITHIN_LIST)
                .orElse(null);
    }

    /** Why none of a list's prices holds: the time of the last one, or the quantity. */
    private static Refusal priceRefusal(List<ListedPrice> prices, BigDecimal quantity, LocalDateTime at) {
        BigDecimal minimum = prices.stream()
                .filter(price -> Period.refusal(price.validFrom(), price.validUntil(), at) == null)
                .map(ListedPrice::minimumQuantity)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (minimum != null) {
            return new Refusal(
                    "QUANTITY_TOO_SMALL",
                    Map.of("minimum", Decimals.text(minimum), "quantity", Decimals.text(quantity)));
        }
        ListedPrice last = prices.getLast();
        return Objects.requireNonNull(Period.refusal(last.validFrom(), last.validUntil(), at));
    }
}
