package io.tillstream.order.pricebook;

import io.tillstream.order.pricebook.KnownFacts.RateFact;
import io.tillstream.order.pricing.PriceBook.DatedRate;
import io.tillstream.order.pricing.PriceBook.TaxComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The taxes of one category from what is known of its rates. Where a region has a rate of its own for a tax of its country, that one
 * counts from its day on; compound taxes come last: as the catalog has them in its price books.
 */
final class TaxComponents {

    private final TreeMap<LocalDate, BigDecimal> ofCountry = new TreeMap<>();
    private final TreeMap<LocalDate, BigDecimal> ofRegion = new TreeMap<>();
    private boolean compound;

    private TaxComponents() {}

    /** {@code rates} are those of one category, the later announced behind the earlier. */
    static List<TaxComponent> of(List<RateFact> rates, String jurisdiction) {
        Map<String, TaxComponents> byName = new TreeMap<>();
        rates.forEach(rate -> byName.computeIfAbsent(rate.component(), name -> new TaxComponents())
                .add(rate));
        List<TaxComponent> components = new ArrayList<>();
        byName.forEach((name, component) ->
                components.add(new TaxComponent(name, jurisdiction, component.compound, component.dated())));
        components.sort(Comparator.comparing(TaxComponent::compound));
        return components;
    }

    private void add(RateFact rate) {
        compound |= rate.compound();
        (rate.region() == null ? ofCountry : ofRegion).put(rate.validFrom(), rate.rate());
    }

    private List<DatedRate> dated() {
        TreeMap<LocalDate, BigDecimal> dated = new TreeMap<>(ofRegion);
        dated.putAll(ofRegion.isEmpty() ? ofCountry : ofCountry.headMap(ofRegion.firstKey()));
        return dated.entrySet().stream()
                .map(rate -> new DatedRate(rate.getKey(), rate.getValue()))
                .toList();
    }
}
