package io.tillstream.order.pricecheck;

import io.tillstream.order.pricebook.KnownFacts;
import io.tillstream.order.pricebook.PriceBookHistory;
import io.tillstream.order.pricebook.PricedStore;
import io.tillstream.order.pricecheck.Recomputation.Recomputed;
import io.tillstream.order.sale.SaleLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Prices sales again, each with what its till knew; facts are read once for all of them. */
@Component
class PriceCheck {

    private record Group(PricedStore store, long version) {}

    private final PriceBookHistory history;

    PriceCheck(PriceBookHistory history) {
        this.history = history;
    }

    /** One comparison for each sale whose store is known. */
    List<SaleComparison> compare(List<PricedSale> sales) {
        Map<Group, List<PricedSale>> groups = new HashMap<>();
        for (PricedSale sale : sales) {
            if (sale.store() != null) {
                groups.computeIfAbsent(new Group(sale.store(), sale.version()), group -> new ArrayList<>())
                        .add(sale);
            }
        }
        if (groups.isEmpty()) {
            return List.of();
        }
        Set<String> countries =
                groups.keySet().stream().map(group -> group.store().country()).collect(Collectors.toSet());
        KnownFacts facts = history.of(productsOf(sales), countries);
        List<SaleComparison> comparisons = new ArrayList<>();
        groups.forEach((group, own) -> comparisons.addAll(compare(group, own, facts)));
        return comparisons;
    }

    private static List<SaleComparison> compare(Group group, List<PricedSale> sales, KnownFacts facts) {
        Recomputation recomputation = new Recomputation(group.store(), group.version(), facts);
        Map<UUID, Recomputed> recomputed = recomputation.of(sales);
        return sales.stream()
                .map(sale -> SaleComparison.of(
                        sale,
                        group.store().currency(),
                        Objects.requireNonNull(recomputed.get(sale.id())),
                        recomputation))
                .toList();
    }

    private static Set<UUID> productsOf(Collection<PricedSale> sales) {
        return sales.stream()
                .flatMap(sale -> sale.lines().stream())
                .map(SaleLine::productId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
