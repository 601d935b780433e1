package io.tillstream.order.pricecheck;

import io.tillstream.order.pricebook.PricedStore;
import io.tillstream.order.pricing.BasketToPrice.ChargedLine;
import io.tillstream.order.sale.SaleLine;
import io.tillstream.order.sale.SalePricing;
import io.tillstream.order.sale.TaxShare;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored sale as far as its prices matter, with the version of the price book that it names. Without a store nobody here knows
 * what time and which taxes it was sold at.
 *
 * @param broughtBack by line number, what was charged for the goods that a line brings back, where that is known with its taxes
 */
record PricedSale(
        UUID id,
        @Nullable PricedStore store,
        long version,
        SalePricing pricing,
        List<SaleLine> lines,
        List<TaxShare> taxes,
        Map<Integer, ChargedLine> broughtBack) {

    Map<Integer, SalePricing.LinePricing> unusualLines() {
        Map<Integer, SalePricing.LinePricing> unusual = new HashMap<>();
        pricing.unusualLines().forEach(line -> unusual.put(line.lineNo(), line));
        return unusual;
    }

    List<SalePricing.PromotionShare> promotionsOn(int lineNo) {
        return pricing.appliedPromotions().stream()
                .filter(share -> share.lineNo() == lineNo)
                .toList();
    }
}
