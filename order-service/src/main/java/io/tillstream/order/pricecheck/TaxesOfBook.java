package io.tillstream.order.pricecheck;

import io.tillstream.order.pricebook.PricedStore;
import io.tillstream.order.pricing.PriceBook.DatedRate;
import io.tillstream.order.pricing.PriceBook.TaxCategory;
import io.tillstream.order.pricing.PriceBook.TaxComponent;
import io.tillstream.order.sale.SaleLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How a store's goods are taxed: as the price book says it, and of some lines as it was charged. */
final class TaxesOfBook {

    /** A category and all that is charged in it, in percent. */
    record TaxedAs(String category, BigDecimal rate) {

        boolean sameAs(TaxedAs other) {
            return category.equals(other.category) && rate.compareTo(other.rate) == 0;
        }
    }

    private static final LocalDate ALWAYS = LocalDate.EPOCH;
    private static final int DECIMALS = 4;

    private final PricedStore store;
    private final Map<String, TaxCategory> categories;
    private final Map<String, TaxedAs> asCharged = new HashMap<>();

    TaxesOfBook(PricedStore store, Map<String, TaxCategory> categories) {
        this.store = store;
        this.categories = new HashMap<>(categories);
    }

    List<TaxCategory> all() {
        return List.copyOf(categories.values());
    }

    /** The book may have products of a category that it has no rate for. */
    void know(String category) {
        categories.computeIfAbsent(category, untaxed -> new TaxCategory(untaxed, List.of()));
    }

    /** A category that taxes a line as it was: its own when that has this rate on the day. */
    String asCharged(SaleLine line, LocalDate date) {
        TaxedAs charged = new TaxedAs(line.taxCategory(), line.taxRate());
        if (categories.containsKey(line.taxCategory())
                && on(line.taxCategory(), date).sameAs(charged)) {
            return line.taxCategory();
        }
        String id =
                line.taxCategory() + " " + line.taxRate().stripTrailingZeros().toPlainString();
        asCharged.put(id, charged);
        categories.put(
                id,
                new TaxCategory(
                        id,
                        List.of(new TaxComponent(
                                line.taxCategory(),
                                store.country(),
                                false,
                                List.of(new DatedRate(ALWAYS, line.taxRate()))))));
        return id;
    }

    /** What an exempt customer did not pay of a line: the tax of its category, where the book has that; the line itself says 0 %. */
    String ofCategory(SaleLine line, LocalDate date) {
        return categories.containsKey(line.taxCategory()) ? line.taxCategory() : asCharged(line, date);
    }

    /** What goods of a category are taxed as on a day; compound taxes count those before them. */
    TaxedAs on(String category, LocalDate date) {
        TaxedAs charged = asCharged.get(category);
        if (charged != null) {
            return charged;
        }
        BigDecimal factor = BigDecimal.ZERO;
        for (TaxComponent component :
                Objects.requireNonNull(categories.get(category)).components()) {
            BigDecimal share = rateOn(component, date).movePointLeft(2);
            factor = factor.add(component.compound() ? share.multiply(BigDecimal.ONE.add(factor)) : share);
        }
        return new TaxedAs(category, factor.movePointRight(2).setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    private static BigDecimal rateOn(TaxComponent component, LocalDate date) {
        return component.rates().stream()
                .filter(rate -> !rate.validFrom().isAfter(date))
                .max(Comparator.comparing(DatedRate::validFrom))
                .map(DatedRate::rate)
                .orElse(BigDecimal.ZERO);
    }
}
