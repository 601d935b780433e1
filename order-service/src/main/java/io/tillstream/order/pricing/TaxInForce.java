package io.tillstream.order.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A tax in force, its rate in percent. {@code factor} is what it adds to one unit of net amount, exactly: compound taxes count the
 * taxes before them.
 */
record TaxInForce(String id, BigDecimal rate, boolean compound, BigDecimal factor) {

    /**
     * The taxes of a category in a store on a day, in the order in which they are charged. A tax whose first rate is still to come is
     * not charged; but goods of which no tax has a rate cannot be sold by mistake as untaxed.
     */
    static List<TaxInForce> of(PriceBook.TaxCategory category, PriceBook.PricingStore store, LocalDate date) {
        List<PriceBook.TaxComponent> charged = category.components().stream()
                .filter(component -> store.jurisdictions().contains(component.jurisdiction()))
                .toList();
        List<TaxInForce> taxes = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (PriceBook.TaxComponent component : charged) {
            Optional<BigDecimal> rate = rateOn(component, date);
            if (rate.isPresent()) {
                BigDecimal base = component.compound() ? BigDecimal.ONE.add(before) : BigDecimal.ONE;
                BigDecimal factor = rate.get().movePointLeft(2).multiply(base);
                taxes.add(new TaxInForce(component.id(), rate.get(), component.compound(), factor));
                before = before.add(factor);
            }
        }
        if (taxes.isEmpty() && !charged.isEmpty()) {
            throw new PricingFailure(
                    PricingFailure.Code.NO_TAX_RATE,
                    category.id() + "/" + charged.getFirst().id());
        }
        return taxes;
    }

    private static Optional<BigDecimal> rateOn(PriceBook.TaxComponent component, LocalDate date) {
        return component.rates().stream()
                .filter(rate -> !rate.validFrom().isAfter(date))
                .max(Comparator.comparing(PriceBook.DatedRate::validFrom))
                .map(PriceBook.DatedRate::rate);
    }
}
