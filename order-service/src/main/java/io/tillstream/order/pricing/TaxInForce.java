package io.tillstream.order.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A tax in force, its rate in percent. {@code factor} is what it adds to one unit of net amount, exactly: compound taxes count the
 * taxes before them.
 */
record TaxInForce(String id, BigDecimal rate, boolean compound, BigDecimal factor) {

    /** The taxes of a category in a store on a day, in the order in which they are charged. */
    static List<TaxInForce> of(PriceBook.TaxCategory category, PriceBook.PricingStore store, LocalDate date) {
        List<TaxInForce> taxes = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (PriceBook.TaxComponent component : category.components()) {
            if (store.jurisdictions().contains(component.jurisdiction())) {
                BigDecimal rate = rateOn(component, date, category.id());
                BigDecimal base = component.compound() ? BigDecimal.ONE.add(before) : BigDecimal.ONE;
                BigDecimal factor = rate.movePointLeft(2).multiply(base);
                taxes.add(new TaxInForce(component.id(), rate, component.compound(), factor));
                before = before.add(factor);
            }
        }
        return taxes;
    }

    private static BigDecimal rateOn(PriceBook.TaxComponent component, LocalDate date, String category) {
        return component.rates().stream()
                .filter(rate -> !rate.validFrom().isAfter(date))
                .max(Comparator.comparing(PriceBook.DatedRate::validFrom))
                .map(PriceBook.DatedRate::rate)
                .orElseThrow(
                        () -> new PricingFailure(PricingFailure.Code.NO_TAX_RATE, category + "/" + component.id()));
    }
}
