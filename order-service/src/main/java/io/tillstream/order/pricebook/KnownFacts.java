package io.tillstream.order.pricebook;

import io.tillstream.order.pricebook.TermsArchive.Version;
import io.tillstream.order.pricing.PriceBook.PricedProduct;
import io.tillstream.order.pricing.PriceBook.TaxCategory;
import io.tillstream.order.pricing.PriceList;
import io.tillstream.order.pricing.PriceList.ListedPrice;
import io.tillstream.order.pricing.Promotion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog has said of some products and of everything else that makes prices; asked for a version of the price book, it
 * answers with what a till knew that had heard everything up to it. Of two prices for the same moment the later announced counts.
 */
public final class KnownFacts {

    /** Where the shop's own prices stand: after every named list, a store's own before the general ones. */
    private static final PriceListRank GENERAL = new PriceListRank("general", "General prices", -2);

    private static final PriceListRank OF_STORE = new PriceListRank("store", "Store prices", -1);

    private record PriceListRank(String id, String name, int priority) {
        PriceList with(List<ListedPrice> prices) {
            return new PriceList(id, name, priority, List.of(), List.of(), null, null, prices);
        }
    }

    record ProductFact(
            UUID product, String taxCategory, boolean weighed, List<String> categories, long knownFrom, long version) {}

    record PriceFact(
            UUID product,
            @Nullable String store,
            BigDecimal amount,
            String currency,
            Instant from,
            @Nullable Instant until,
            @Nullable UUID list,
            BigDecimal minimumQuantity,
            long knownFrom) {

        boolean takesBack() {
            return from.equals(until);
        }
    }

    record RateFact(
            String country,
            @Nullable String region,
            String category,
            String component,
            boolean compound,
            BigDecimal rate,
            LocalDate validFrom,
            long knownFrom) {

        boolean concerns(PricedStore store) {
            return country.equals(store.country()) && (region == null || region.equals(store.region()));
        }
    }

    /** Prices of which the later announced replaces the earlier. */
    private record Place(
            UUID product, @Nullable String store, @Nullable UUID list, BigDecimal minimum, Instant from) {}

    private final Map<UUID, List<ProductFact>> products = new HashMap<>();
    private final Map<UUID, List<PriceFact>> prices = new HashMap<>();
    private final List<RateFact> rates;
    private final List<List<Version<PromotionTerms>>> promotions;
    private final List<List<Version<ListTerms>>> priceLists;

    KnownFacts(
            List<ProductFact> products,
            List<PriceFact> prices,
            List<RateFact> rates,
            List<List<Version<PromotionTerms>>> promotions,
            List<List<Version<ListTerms>>> priceLists) {
        products.forEach(fact -> this.products
                .computeIfAbsent(fact.product(), id -> new ArrayList<>())
                .add(fact));
        prices.forEach(fact -> this.prices
                .computeIfAbsent(fact.product(), id -> new ArrayList<>())
                .add(fact));
        this.rates = rates;
        this.promotions = promotions;
        this.priceLists = priceLists;
    }

    /** A product as the till knew it; none when it had not heard of it. */
    public Optional<PricedProduct> product(UUID id, long version) {
        return products.getOrDefault(id, List.of()).stream()
                .filter(fact -> fact.knownFrom() <= version)
                .max(Comparator.comparingLong(ProductFact::version))
                .map(fact -> new PricedProduct(id.toString(), fact.taxCategory(), fact.categories(), fact.weighed()));
    }

    public List<Promotion> promotions(PricedStore store, long version) {
        List<Promotion> offered = new ArrayList<>();
        asOf(promotions, version, (id, terms) -> {
            if (terms.concerns(store.id(), store.currency())) {
                offered.add(terms.as(id));
            }
        });
        return offered;
    }

    /** Every category with the dated rates of its taxes where the store stands, by id. */
    public Map<String, TaxCategory> taxCategories(PricedStore store, long version) {
        Map<String, List<RateFact>> byCategory = new HashMap<>();
        rates.stream()
                .filter(rate -> rate.knownFrom() <= version && rate.concerns(store))
                .forEach(rate -> byCategory
                        .computeIfAbsent(rate.category(), id -> new ArrayList<>())
                        .add(rate));
        Map<String, TaxCategory> categories = new HashMap<>();
        byCategory.forEach((id, known) ->
                categories.put(id, new TaxCategory(id, TaxComponents.of(known, store.country()))));
        return categories;
    }

    /** All lists that hold in the store at some time, with their prices of these products. */
    public List<PriceList> priceLists(PricedStore store, long version, Collection<UUID> ofProducts) {
        Map<UUID, List<ListedPrice>> named = new HashMap<>();
        List<ListedPrice> general = new ArrayList<>();
        List<ListedPrice> own = new ArrayList<>();
        for (UUID product : ofProducts) {
            for (PriceFact price : standing(product, store, version)) {
                List<ListedPrice> list = price.list() != null
                        ? named.computeIfAbsent(price.list(), id -> new ArrayList<>())
                        : price.store() == null ? general : own;
                LocalDateTime from = local(price.from(), store);
                LocalDateTime until = price.until() == null ? null : local(price.until(), store);
                // nothing of a period may be left on the store's clock, such as in the hour that summer time skips
                if (until == null || from.isBefore(until)) {
                    list.add(new ListedPrice(product.toString(), price.amount(), price.minimumQuantity(), from, until));
                }
            }
        }
        List<PriceList> lists = new ArrayList<>(List.of(GENERAL.with(general), OF_STORE.with(own)));
        asOf(priceLists, version, (id, terms) -> {
            if (named.containsKey(id) && terms.concerns(store.id(), store.currency())) {
                lists.add(terms.with(id, named.get(id)));
            }
        });
        return lists;
    }

    private Collection<PriceFact> standing(UUID product, PricedStore store, long version) {
        Map<Place, PriceFact> standing = new LinkedHashMap<>();
        Predicate<PriceFact> known = price -> price.knownFrom() <= version
                && price.currency().equals(store.currency())
                && (price.store() == null || price.store().equals(store.id()));
        prices.getOrDefault(product, List.of()).stream()
                .filter(known)
                .forEach(price -> standing.put(
                        new Place(
                                product,
                                price.store(),
                                price.list(),
                                price.minimumQuantity().stripTrailingZeros(),
                                price.from()),
                        price));
        standing.values().removeIf(PriceFact::takesBack);
        return standing.values();
    }

    private static LocalDateTime local(Instant moment, PricedStore store) {
        return LocalDateTime.ofInstant(moment, store.zone());
    }

    /** Of each thing its newest version that a till knew. */
    private static <T> void asOf(List<List<Version<T>>> things, long version, BiConsumer<UUID, T> take) {
        for (List<Version<T>> versions : things) {
            for (Version<T> each : versions) {
                if (each.knownFrom() <= version) {
                    if (each.terms() != null) {
                        take.accept(each.id(), each.terms());
                    }
                    break;
                }
            }
        }
    }
}
